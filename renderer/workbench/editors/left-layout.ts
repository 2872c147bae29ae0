import { useEffect, useState } from 'react'
import { useArchive, useRegistry, useWorkbench } from '../context.ts'
import type { EditorInput } from '../editor-input.ts'
import {
  type EditorsState,
  editorsWith,
  type Layout,
  readLayout,
  useLayoutStore,
} from '../layout/layout-store.ts'
import type { EditorHost } from './editor-service.ts'

/** The editors of this window when it last left an archive, by its path: another window of it has others. */
let left: { readonly path: string; readonly editors: EditorsState | undefined } | undefined

/**
 * The layout as it was left, in this window or the last one, without editors of what the archive no longer has; undefined until that is
 * known. Read once, when the archive opens; after that the window's own layout applies.
 */
export function useLeftLayout(host: EditorHost, stored: unknown): Layout | undefined {
  const registry = useRegistry()
  const services = useWorkbench()
  const archive = useArchive()
  const path = archive.state === 'open' ? archive.archive.path : ''
  const [read] = useState((): Layout => {
    const { bars, editors } = readLayout(stored, registry.readInput)
    useLayoutStore.setState({ bars })
    return { bars, editors: left?.path === path ? left.editors : editors }
  })
  const [layout, setLayout] = useState(read.editors === undefined ? read : undefined)
  useEffect(() => {
    const { editors } = read
    if (editors === undefined) return
    let isOver = false
    void withoutGone(editors, (input) => registry.isGone(input, services)).then((there) => {
      if (!isOver) setLayout({ bars: read.bars, editors: there })
    })
    return () => {
      isOver = true
    }
  }, [read, registry, services])
  useEffect(
    () => () => {
      left = { path, editors: host.state() }
    },
    [host, path],
  )
  return layout
}

async function withoutGone(
  editors: EditorsState,
  isGone: (input: EditorInput) => Promise<boolean>,
): Promise<EditorsState | undefined> {
  const gone = await Promise.all(editors.inputs.map(isGone))
  return editorsWith(
    editors,
    editors.inputs.filter((_, index) => gone[index] !== true),
  )
}

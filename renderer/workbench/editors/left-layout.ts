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
export function useLeftLayout(host: Pick<EditorHost, 'state'>, stored: unknown): Layout | undefined {
  const registry = useRegistry()
  const services = useWorkbench()
  const archive = useArchive()
  const path = archive.state === 'open' ? archive.archive.path : ''
  const [read] = useState((): Layout => {
    const layout = readLayout(stored, registry.readInput)
    useLayoutStore.setState({ bars: layout.bars })
    return layout
  })
  const [layout, setLayout] = useState<Layout>()
  useEffect(() => {
    // Not before the effect: where an archive takes another's place at once, the frame that goes tells what it leaves when the one that
    // comes has been rendered already.
    const editors = left?.path === path ? left.editors : read.editors
    let isOver = false
    void withoutGone(editors, (input) => registry.isGone(input, services)).then((there) => {
      if (!isOver) setLayout({ bars: read.bars, editors: there })
    })
    return () => {
      isOver = true
    }
  }, [read, path, registry, services])
  const isKnown = layout !== undefined
  useEffect(() => {
    // A frame that goes before it has shown any editors leaves none: what was left before stands.
    if (!isKnown) return
    return () => {
      left = { path, editors: host.state() }
    }
  }, [isKnown, host, path])
  return layout
}

async function withoutGone(
  editors: EditorsState | undefined,
  isGone: (input: EditorInput) => Promise<boolean>,
): Promise<EditorsState | undefined> {
  if (editors === undefined) return undefined
  const gone = await Promise.all(editors.inputs.map(isGone))
  return editorsWith(
    editors,
    editors.inputs.filter((_, index) => gone[index] !== true),
  )
}

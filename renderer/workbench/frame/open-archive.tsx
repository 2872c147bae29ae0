import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { errorText } from '../../api/error-text.ts'
import { useApi } from '../../api/use-client.ts'
import { dismissAll } from '../../base/toasts.tsx'
import { useT } from '../../base/use-t.ts'
import { useRegistry } from '../context.ts'
import type { EditorHost } from '../editors/editor-service.ts'
import { readLayout } from '../layout/layout-state.ts'
import { useLayoutStore } from '../layout/layout-store.ts'
import { Palette } from '../palette/palette.tsx'
import { readPreferences, setPreferences } from '../services/preferences.ts'
import { Frame } from './frame.tsx'

/** The frame, once the settings of the archive are read: language, theme and the layout as it was left. */
export function OpenArchive({ editors, menu }: { editors: EditorHost; menu: boolean }) {
  const t = useT()
  const { data, error } = useQuery(useApi().settings.get.queryOptions())
  const preferences = data?.preferences
  useEffect(() => {
    if (preferences !== undefined) setPreferences(readPreferences(preferences))
  }, [preferences])
  useEffect(() => dismissAll, [])
  if (error !== null) return <p className="view-message">{errorText(t, error)}</p>
  if (data === undefined) return <p className="view-message">{t('frame.starting')}</p>
  return <Restored editors={editors} menu={menu} stored={data.layout} />
}

function Restored(props: { editors: EditorHost; menu: boolean; stored: unknown }) {
  const { readInput } = useRegistry()
  // Read once, when the archive opens: from then on the window's own layout holds.
  const [layout] = useState(() => {
    const read = readLayout(props.stored, readInput)
    useLayoutStore.setState({ bars: read.bars })
    return read
  })
  return (
    <>
      <Frame editors={props.editors} stored={layout.editors} menu={props.menu} />
      <Palette />
    </>
  )
}

import { useEffect } from 'react'
import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { useArchive, useRegistry, useWorkbench } from '../context.ts'
import { EditorArea } from '../editors/editor-area.tsx'
import type { EditorHost } from '../editors/editor-service.ts'
import type { EditorsState } from '../layout/layout-state.ts'
import { closeOverlay, isVisible, setNarrow, useLayoutStore } from '../layout/layout-store.ts'
import { ActivityBar } from './activity-bar.tsx'
import { AuxiliaryBar } from './auxiliary-bar.tsx'
import './frame.css'
import { StatusBar } from '../status-bar.tsx'
import { Panel } from './panel.tsx'
import { SideBar } from './side-bar.tsx'
import { TitleBar } from './title-bar.tsx'

/** Below this width (in CSS pixels, so also when zoomed) the bars become overlays. */
const NARROW = '(max-width: 56rem)'

/** The workbench with an archive open. */
export function Frame(props: { editors: EditorHost; stored: EditorsState | undefined; menu: boolean }) {
  const t = useT()
  const { backgrounds } = useRegistry()
  const archive = useArchive()
  const narrow = useLayoutStore((state) => state.narrow)
  const overlay = useLayoutStore((state) => state.overlay)
  const sideBar = useLayoutStore((state) => isVisible(state, 'sideBar'))
  const panel = useLayoutStore((state) => isVisible(state, 'panel'))
  useNarrow()
  useEscape(overlay !== undefined)
  return (
    <div className="frame" data-narrow={narrow || undefined}>
      <TitleBar menu={props.menu} />
      {archive.state === 'open' && archive.archive.demo ? (
        <section className="demo-banner" aria-label={t('frame.demo.label')}>
          <Icon name="beaker" />
          <span>{t('frame.demo.banner')}</span>
        </section>
      ) : null}
      <div className="frame-middle">
        <ActivityBar />
        {sideBar ? <SideBar /> : null}
        <div className="frame-center">
          <EditorArea host={props.editors} stored={props.stored} />
          {panel ? <Panel /> : null}
        </div>
        <AuxiliaryBar />
      </div>
      <StatusBar />
      {backgrounds.map(({ id, background: Background }) =>
        Background === undefined ? null : <Background key={id} />,
      )}
    </div>
  )
}

function useNarrow(): void {
  useEffect(() => {
    const query = matchMedia(NARROW)
    const apply = () => setNarrow(query.matches)
    apply()
    query.addEventListener('change', apply)
    return () => query.removeEventListener('change', apply)
  }, [])
}

/** Escape puts the overlay away, and the focus back among the editors. */
function useEscape(active: boolean): void {
  const { editors } = useWorkbench()
  useEffect(() => {
    if (!active) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      closeOverlay()
      editors.focusActive()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [active, editors])
}

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { errorText } from '../../api/error-text.ts'
import { useApi } from '../../api/use-client.ts'
import { Icon } from '../../base/icon.tsx'
import { dismissAll } from '../../base/toasts.tsx'
import { useT } from '../../base/use-t.ts'
import { useArchive, useRegistry, useWorkbench } from '../context.ts'
import { EditorArea } from '../editors/editor-area.tsx'
import type { EditorHost } from '../editors/editor-service.ts'
import { useLeftLayout } from '../editors/left-layout.ts'
import {
  closeOverlay,
  type EditorsState,
  isVisible,
  setNarrow,
  useLayoutStore,
} from '../layout/layout-store.ts'
import { Palette } from '../palette/palette.tsx'
import { takeStoredPreferences } from '../preferences.ts'
import { StatusBar } from '../status-bar.tsx'
import { AuxiliaryBar } from './auxiliary-bar.tsx'
import { Panel } from './panel.tsx'
import { PolicyBanner } from './policy-banner.tsx'
import { ActivityBar, SideBar } from './side-bar.tsx'
import { TitleBar } from './title-bar.tsx'
import './frame.css'

/** Below this width (in CSS pixels, so also when zoomed) the bars become overlays. */
const NARROW = '(max-width: 56rem)'

/** The workbench with an archive open. */
export function Frame(props: { editors: EditorHost; stored: EditorsState | undefined; menu: boolean }) {
  const t = useT()
  const { banners, backgrounds } = useRegistry()
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
      <PolicyBanner />
      {banners.map(({ id, banner: Banner }) => (Banner === undefined ? null : <Banner key={id} />))}
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

/** Escape closes the overlay and returns the focus to the editors. */
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

/** The frame, once the archive's settings are read: language, theme and the layout as it was left. */
export function ArchiveFrame({ editors, menu }: { editors: EditorHost; menu: boolean }) {
  const t = useT()
  const { data, error } = useQuery(useApi().settings.get.queryOptions())
  const preferences = data?.preferences
  useEffect(() => {
    if (preferences !== undefined) takeStoredPreferences(preferences)
  }, [preferences])
  useEffect(() => dismissAll, [])
  // A later reading that fails, as when the line breaks, takes nothing from the screen.
  if (data === undefined && error !== null) return <p className="view-message">{errorText(t, error)}</p>
  if (data === undefined) return <p className="view-message">{t('frame.starting')}</p>
  return <Restored editors={editors} menu={menu} stored={data.layout} />
}

function Restored(props: { editors: EditorHost; menu: boolean; stored: unknown }) {
  const t = useT()
  const layout = useLeftLayout(props.editors, props.stored)
  if (layout === undefined) return <p className="view-message">{t('frame.starting')}</p>
  return (
    <>
      <Frame editors={props.editors} stored={layout.editors} menu={props.menu} />
      <Palette />
    </>
  )
}

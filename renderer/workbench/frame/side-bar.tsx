import { ErrorBoundary } from '../../base/error-boundary.tsx'
import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { useActiveEditor, useRegistry, useWorkbench } from '../context.ts'
import { useKeyLabel } from '../keybindings.ts'
import { isVisible, useLayoutStore } from '../layout/layout-store.ts'
import { PartFrame } from '../layout/part-frame.tsx'
import './bars.css'
import './frame.css'

/** The view of the chosen activity. */
export function SideBar() {
  const t = useT()
  const sideBarViews = useRegistry().useSideBarViews()
  const chosen = useLayoutStore(({ bars }) => bars.sideBar.view)
  const view = sideBarViews.find(({ id }) => id === chosen) ?? sideBarViews[0]
  if (view === undefined) return null
  const View = view.component
  return (
    <PartFrame part="sideBar" className="side-bar" label={t(view.title)}>
      <div className="side-bar-body">
        <ErrorBoundary key={view.id}>
          <View />
        </ErrorBoundary>
      </div>
    </PartFrame>
  )
}

/** The activities. The one that is shown can be pressed again to put the side bar away. */
export function ActivityBar() {
  const t = useT()
  const { layout, runCommand } = useWorkbench()
  const inSettings = useActiveEditor()?.type === 'settings'
  const sideBarViews = useRegistry().useSideBarViews()
  const shown = useLayoutStore((state) => (isVisible(state, 'sideBar') ? state.bars.sideBar.view : undefined))
  const settingsKey = useKeyLabel('frame.settings')
  const settings = t('frame.settings.title')
  return (
    <nav className="activity-bar" aria-label={t('frame.part.activityBar')} data-part="activities">
      {sideBarViews.map((view) => (
        <button
          key={view.id}
          type="button"
          className="activity"
          data-view={view.id}
          aria-expanded={shown === view.id}
          title={t(view.title)}
          onClick={() =>
            shown === view.id ? layout.setVisible('sideBar', false) : layout.showSideBarView(view.id)
          }
        >
          <Icon name={view.icon} />
          <span className="activity-label">{t(view.title)}</span>
        </button>
      ))}
      <button
        type="button"
        className="activity activity-last"
        aria-current={inSettings ? 'page' : undefined}
        title={settingsKey === undefined ? settings : `${settings} (${settingsKey})`}
        onClick={() => runCommand('frame.settings')}
      >
        <Icon name="settings-gear" />
        <span className="activity-label">{settings}</span>
      </button>
    </nav>
  )
}

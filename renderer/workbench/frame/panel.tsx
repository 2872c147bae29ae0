import { Tabs } from '@base-ui/react/tabs'
import { ErrorBoundary } from '../../base/error-boundary.tsx'
import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { useRegistry, useWorkbench } from '../context.ts'
import type { PanelView } from '../contribution.ts'
import { useKeyLabel } from '../keybindings.ts'
import { useLayoutStore } from '../layout/layout-store.ts'
import { PartFrame } from '../layout/part-frame.tsx'
import './bars.css'

/** The panel below the editors: Problem, and what later features add. */
export function Panel() {
  const t = useT()
  const { panelViews } = useRegistry()
  const { layout } = useWorkbench()
  const view = useLayoutStore(({ bars }) => bars.panel.view)
  const key = useKeyLabel('frame.togglePanel')
  const chosen = panelViews.some(({ id }) => id === view) ? view : panelViews[0]?.id
  const close = t('frame.panel.close')
  return (
    <PartFrame part="panel" className="panel" label={t('frame.part.panel')}>
      <h2 className="visually-hidden">{t('frame.part.panel')}</h2>
      <Tabs.Root
        className="panel-tabs"
        value={chosen ?? null}
        onValueChange={(value: unknown) => typeof value === 'string' && layout.showPanelView(value)}
      >
        <div className="panel-head">
          <Tabs.List className="panel-list" aria-label={t('frame.part.panel')}>
            {panelViews.map((panelView) => (
              <PanelTab key={panelView.id} view={panelView} />
            ))}
          </Tabs.List>
          <button
            type="button"
            className="icon-button"
            aria-label={close}
            title={key === undefined ? close : `${close} (${key})`}
            onClick={() => layout.setVisible('panel', false)}
          >
            <Icon name="close" />
          </button>
        </div>
        {panelViews.map(({ id, component: View }) => (
          <Tabs.Panel key={id} value={id} className="panel-body">
            <ErrorBoundary>
              <View />
            </ErrorBoundary>
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </PartFrame>
  )
}

const noBadge = () => 0

function PanelTab({ view }: { view: PanelView }) {
  const t = useT()
  const useBadge = view.useBadge ?? noBadge
  const count = useBadge()
  return (
    <Tabs.Tab value={view.id} className="panel-tab" data-view={view.id}>
      {t(view.title)}
      {count === 0 ? null : <span className="badge">{count}</span>}
    </Tabs.Tab>
  )
}

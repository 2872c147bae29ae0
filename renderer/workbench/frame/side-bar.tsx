import { useT } from '../../base/use-t.ts'
import { useRegistry } from '../context.ts'
import { useLayoutStore } from '../layout/layout-store.ts'
import { PartFrame } from '../layout/part-frame.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import './bars.css'

/** The view of the chosen activity. */
export function SideBar() {
  const t = useT()
  const { sideBarViews } = useRegistry()
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

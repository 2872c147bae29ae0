import { useT } from '../../text/use-t.ts'
import { useRegistry } from '../context.ts'
import { useLayoutStore } from '../layout/layout-store.ts'
import { ErrorBoundary } from './error-boundary.tsx'

/** The view of the chosen activity. */
export function SideBar() {
  const t = useT()
  const { sideBarViews } = useRegistry()
  const { view: chosen, size } = useLayoutStore(({ bars }) => bars.sideBar)
  const view = sideBarViews.find(({ id }) => id === chosen) ?? sideBarViews[0]
  if (view === undefined) return null
  const View = view.component
  return (
    <section className="side-bar" aria-label={t(view.title)} data-part="side" style={{ width: size }}>
      <ErrorBoundary key={view.id}>
        <View />
      </ErrorBoundary>
    </section>
  )
}

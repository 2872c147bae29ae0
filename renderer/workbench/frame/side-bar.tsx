import { useT } from '../../base/use-t.ts'
import { useRegistry } from '../context.ts'
import { setSize, useLayoutStore } from '../layout/layout-store.ts'
import { Sash } from '../layout/sash.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import './bars.css'

/** The view of the chosen activity. */
export function SideBar() {
  const t = useT()
  const { sideBarViews } = useRegistry()
  const { view: chosen, size } = useLayoutStore(({ bars }) => bars.sideBar)
  const narrow = useLayoutStore((state) => state.narrow)
  const view = sideBarViews.find(({ id }) => id === chosen) ?? sideBarViews[0]
  if (view === undefined) return null
  const View = view.component
  return (
    <section className="side-bar" aria-label={t(view.title)} data-part="side" style={{ width: size }}>
      <div className="side-bar-body">
        <ErrorBoundary key={view.id}>
          <View />
        </ErrorBoundary>
      </div>
      {narrow ? null : (
        <Sash
          label={t('frame.sash.sideBar')}
          size={size}
          min={180}
          max={600}
          grows="right"
          onResize={(next) => setSize('sideBar', next)}
        />
      )}
    </section>
  )
}

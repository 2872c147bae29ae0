import { useT } from '../../base/use-t.ts'
import { useRegistry } from '../context.ts'
import './status-bar.css'

/** The line at the bottom. */
export function StatusBar() {
  const t = useT()
  const { statusItems } = useRegistry()
  const side = (name: 'left' | 'right') =>
    statusItems.filter((item) => item.side === name).map(({ id, component: Item }) => <Item key={id} />)
  return (
    <section className="status-bar" aria-label={t('frame.part.statusBar')} data-part="status">
      <div className="status-side">{side('left')}</div>
      <div className="status-side">{side('right')}</div>
    </section>
  )
}

import { useId } from 'react'
import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { useRegistry } from '../context.ts'
import type { AuxiliarySection } from '../contribution.ts'
import { setFolded, useLayoutStore } from '../layout/layout-store.ts'
import { PartFrame } from '../layout/part-frame.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import './bars.css'

/** The bar to the right: sections under headings that fold. */
export function AuxiliaryBar() {
  const t = useT()
  const { auxiliarySections } = useRegistry()
  return (
    <PartFrame part="auxiliaryBar" className="auxiliary-bar" label={t('frame.part.auxiliaryBar')}>
      <div className="auxiliary-sections">
        {auxiliarySections.map((section) => (
          <Section key={section.id} section={section} />
        ))}
      </div>
    </PartFrame>
  )
}

function Section({ section }: { section: AuxiliarySection }) {
  const t = useT()
  const id = useId()
  const folded = useLayoutStore(({ bars }) => bars.auxiliaryBar.folded.includes(section.id))
  const View = section.component
  return (
    <section className="auxiliary-section" data-folded={folded || undefined} aria-labelledby={id}>
      <h2 className="auxiliary-heading" id={id}>
        <button type="button" aria-expanded={!folded} onClick={() => setFolded(section.id, !folded)}>
          <Icon name={folded ? 'chevron-right' : 'chevron-down'} />
          {t(section.title)}
        </button>
      </h2>
      {folded ? null : (
        <div className="auxiliary-body">
          <ErrorBoundary>
            <View />
          </ErrorBoundary>
        </div>
      )}
    </section>
  )
}

import { useId, useLayoutEffect, useRef } from 'react'
import { ErrorBoundary } from '../../base/error-boundary.tsx'
import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { useRegistry, useWorkbench } from '../context.ts'
import type { AuxiliarySection } from '../contribution.ts'
import { isVisible, setAuxiliaryEmpty, setFolded, useLayoutStore } from '../layout/layout-store.ts'
import { PartFrame } from '../layout/part-frame.tsx'
import './bars.css'

/** The bar to the right: the sections that have something to show, under headings that fold. If none has, there is no bar. */
export function AuxiliaryBar() {
  const { useAuxiliarySections } = useRegistry()
  const sections = useAuxiliarySections()
  const empty = sections.length === 0
  const shown = useLayoutStore((state) => isVisible(state, 'auxiliaryBar'))
  useLayoutEffect(() => setAuxiliaryEmpty(empty), [empty])
  return shown && !empty ? <Bar sections={sections} /> : null
}

function Bar({ sections }: { sections: readonly AuxiliarySection[] }) {
  const t = useT()
  const { editors } = useWorkbench()
  const root = useRef<HTMLDivElement>(null)
  // The bar can go away while it has the focus (when the last note closes); the focus must not be lost with it.
  useLayoutEffect(() => {
    const element = root.current
    return () => {
      if (element?.contains(document.activeElement)) editors.focusActive()
    }
  }, [editors])
  return (
    <PartFrame part="auxiliaryBar" className="auxiliary-bar" label={t('frame.part.auxiliaryBar')}>
      <div className="auxiliary-sections" ref={root}>
        {sections.map((section) => (
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

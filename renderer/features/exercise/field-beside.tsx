import type { Verdict } from '../../../shared/training/compare.ts'
import type { ExplainedField, Reason } from '../../../shared/training/compare-exercise.ts'
import { Icon } from '../../base/icon.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { Citations } from '../../note-model/citations.tsx'
import { SaidSide } from '../../note-model/compare/field-diffs.tsx'
import { type NotePlace, useGoTo } from '../../note-model/use-run-fix.ts'
import { useWorkbench } from '../../workbench/context.ts'

const icons: Record<Verdict, string> = {
  same: 'check',
  'own-words': 'quote',
  missing: 'circle-slash',
  'not-asked': 'add',
  different: 'diff',
}

/** A field of the learner's beside the answer: what both say, why, by which rule and from where, and the way to the field. */
export function FieldBeside({ field, place }: { field: ExplainedField; place: NotePlace }) {
  const t = useT()
  const language = useLanguage()
  const goTo = useGoTo()
  const { id, label, verdict, said, reasons } = field
  return (
    <section className="exercise-field" data-verdict={verdict} aria-label={label[language]}>
      <h4 className="exercise-field-title">
        <button type="button" className="link-button" onClick={() => goTo(place, { field: id })}>
          {label[language]}
        </button>
        <span className="exercise-verdict">
          <Icon name={icons[verdict]} /> {t(`exercise.verdict.${verdict}`)}
        </span>
      </h4>
      <div className="diff-sides">
        {(['before', 'after'] as const).map((side) => (
          <div key={side} className="diff-side">
            <h5 className="diff-side-name">
              {t(side === 'before' ? 'exercise.side.written' : 'exercise.side.answer')}
            </h5>
            <SaidSide said={said} side={side} marks="difference" />
          </div>
        ))}
      </div>
      {reasons.map((reason, index) => (
        // Reasons have no names, and stand in the order that they are given in.
        <Why key={`${reason.rule ?? ''} ${index.toString()}`} reason={reason} />
      ))}
    </section>
  )
}

function Why({ reason: { text, rule, sources } }: { reason: Reason }) {
  const t = useT()
  const language = useLanguage()
  const { runCommand } = useWorkbench()
  return (
    <div className="exercise-why">
      <p>
        {text?.[language]}{' '}
        {rule === undefined ? null : (
          <button type="button" className="link-button" onClick={() => runCommand('rules.open', { rule })}>
            {t('exercise.rule', { rule })}
          </button>
        )}
      </p>
      {sources.map((source) => (
        <Citations key={source} reference={source} />
      ))}
    </div>
  )
}

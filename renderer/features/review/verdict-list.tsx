import { type AnswerField, holdsAnswer, opsOf } from '../../../shared/fields/index.ts'
import { shortText } from '../../../shared/fields/said.ts'
import { plainNote, type StoredNote } from '../../../shared/note/note.ts'
import { readNote } from '../../../shared/note/read-note.ts'
import type { Verdicts } from '../../../shared/note/review.ts'
import { checklistSections, fieldsAbout, type Reviewed } from '../../../shared/review/checklist.ts'
import { type Template, templateOf } from '../../../shared/template/template.ts'
import { useTemplates } from '../../api/use-client.ts'
import { Icon } from '../../base/icon.tsx'
import { useLanguage } from '../../base/use-t.ts'

interface ListProps {
  readonly note: StoredNote
  readonly template: Template
  readonly reviewed: Reviewed
  readonly verdicts: Verdicts
  readonly onGo: (field: AnswerField['id']) => void
}

/** What a reviewer found, as the author reads it: each question with its verdict and remark, and the way to the fields. */
export function VerdictList({ note, template, reviewed, verdicts, onGo }: ListProps) {
  const language = useLanguage()
  const { data } = useTemplates()
  const checklist = data && templateOf(data, verdicts.template)
  if (!checklist) return null
  // Read as a note of the checklist, so that each answer says what it says in a specialist's note.
  const { say } = readNote(
    { note: { ...plainNote(note), kind: checklist.kind, answers: verdicts.answers }, template: checklist },
    { case: reviewed.case, today: reviewed.today, others: [], language },
  )
  const fields = checklistSections(checklist, reviewed.kind)
    .flatMap((section) => section.fields.filter(holdsAnswer))
    .filter((field) => opsOf(field).isAnswered(verdicts.answers[field.id]))
  return (
    <dl className="review-verdicts">
      {fields.map((field) => (
        <div key={field.id} className="review-verdict">
          <dt>{field.journal?.label?.[language] ?? field.label[language]}</dt>
          <dd>
            {shortText(say(field))}
            {fieldsAbout(field, { template }).map((about) => (
              <button key={about.id} type="button" className="review-link" onClick={() => onGo(about.id)}>
                <Icon name="arrow-right" />
                {about.label[language]}
              </button>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

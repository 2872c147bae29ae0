import { use } from 'react'
import type { AnswerField } from '../../shared/fields/index.ts'
import type { StoredNote } from '../../shared/note/note.ts'
import { useT } from '../base/use-t.ts'
import { SelectControl } from './choice-control.tsx'
import { OtherNotesContext, useAnswer } from './field-context.ts'
import { FieldFrame } from './field-frame.tsx'

/** A reference to another note of the case, of the kinds that the field takes. */
export function NoteReferenceField({ field }: { field: Extract<AnswerField, { type: 'note-reference' }> }) {
  const t = useT()
  const others = use(OtherNotesContext)
  const [value, change] = useAnswer(field.id, 'note-reference')
  const candidates = others.filter((note) => field.kinds.includes(note.kind))
  const label = (note: StoredNote) =>
    [
      t(`lists.kind.${note.kind}`),
      note.createdAt.slice(0, 10),
      t(`lists.status.${note.status}`).toLowerCase(),
    ].join(' · ')
  return (
    <FieldFrame field={field}>
      {(ties) => (
        <>
          <SelectControl
            {...ties}
            value={value?.note}
            options={candidates.map((note) => ({ value: note.id, label: label(note) }))}
            empty={candidates.length === 0 ? t('fields.reference.none') : t('fields.choose')}
            onChange={(id) => {
              const note = candidates.find((each) => each.id === id)
              change(note === undefined ? undefined : { note: note.id })
            }}
          />
        </>
      )}
    </FieldFrame>
  )
}

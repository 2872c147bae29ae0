import { use } from 'react'
import { dateAt } from '../../shared/case/dates.ts'
import type { Note } from '../../shared/note/note.ts'
import { SelectInput } from '../base/controls.tsx'
import { useT } from '../base/use-t.ts'
import type { FieldControl, FieldProps } from './define.ts'
import { OtherNotesContext } from './field-context.ts'

function NoteReference({ field: { kinds }, value, onChange, ...ties }: FieldProps<'note-reference'>) {
  const t = useT()
  const others = use(OtherNotesContext)
  const candidates = others.flatMap(({ note }) => (kinds.includes(note.kind) ? [note] : []))
  const label = (note: Note) =>
    [
      t(`lists.kind.${note.kind}`),
      dateAt(note.createdAt),
      t(`lists.status.${note.status}`).toLowerCase(),
    ].join(' · ')
  return (
    <SelectInput
      {...ties}
      value={value?.note}
      options={candidates.map((note) => ({ value: note.id, label: label(note) }))}
      empty={candidates.length === 0 ? t('fields.reference.none') : t('fields.choose')}
      onChange={(id) => {
        const note = candidates.find((each) => each.id === id)
        onChange(note === undefined ? undefined : { note: note.id })
      }}
    />
  )
}

/** A reference to another note of the case, of the kinds that the field takes. */
export const noteReference: FieldControl<'note-reference'> = {
  control: (props) => <NoteReference {...props} />,
}

import { useState } from 'react'
import type { NoteId } from '../../../../shared/case/ids.ts'
import type { AnnotatedNote } from '../../../../shared/training/pack-draft.ts'
import { lackAt } from '../../../../shared/training/unfinished.ts'
import { SelectField } from '../../../base/form-kit.tsx'
import { useT } from '../../../base/use-t.ts'
import { LackPlace } from './lacks.tsx'
import type { LabelledNote } from './note-labels.ts'
import { AddButton, RemoveButton } from './parts.tsx'
import { Remarks } from './remarks.tsx'

interface Props {
  /** Its place among what may be lacking. */
  readonly at: string
  /** What adding one is called. */
  readonly addText: string
  readonly from: readonly LabelledNote[]
  /** Notes that cannot be added, since they are the other of what is shown and what is an answer; and that said in words. */
  readonly taken: ReadonlySet<NoteId>
  readonly takenText: string
  readonly value: readonly AnnotatedNote[]
  readonly onChange: (value: AnnotatedNote[]) => void
  /** How many there may be. */
  readonly most: number
  /** Whether a remark names the rule that it follows from. */
  readonly ruled?: boolean
}

/** Notes that are shown or expected, each with what is said of its fields. */
export function AnnotatedNotes(props: Props) {
  const { at, addText, from, taken, takenText, value, onChange, most, ruled = false } = props
  const t = useT()
  const [chosen, setChosen] = useState('')
  const others = from.filter(({ note }) => value.every((each) => each.note !== note.id))
  const left = others.filter(({ note }) => !taken.has(note.id))
  const next = left.find(({ note }) => note.id === chosen) ?? left[0]
  return (
    <>
      {value.map((annotated, index) => {
        const found = from.find(({ note }) => note.id === annotated.note)
        const name = found?.label ?? t('exercise.author.note.gone')
        return (
          <section key={annotated.note} className="author-note" aria-label={name}>
            <LackPlace at={lackAt(at, annotated.note)}>
              {() => (
                <div className="author-item-head">
                  <h4>{name}</h4>
                  <RemoveButton name={name} onRemove={() => onChange(value.toSpliced(index, 1))} />
                </div>
              )}
            </LackPlace>
            {found === undefined ? null : (
              <Remarks
                note={found}
                ruled={ruled}
                value={annotated.remarks}
                onChange={(remarks) => onChange(value.with(index, { ...annotated, remarks }))}
              />
            )}
          </section>
        )
      })}
      <LackPlace at={at}>
        {(invalidBy) => (
          <>
            {next === undefined || value.length >= most ? null : (
              <div className="exercise-choice">
                <SelectField
                  label={t('exercise.author.note')}
                  value={next.note.id}
                  options={left.map(({ note, label }) => ({ value: note.id, label }))}
                  onChange={setChosen}
                  invalidBy={invalidBy}
                />
                <AddButton
                  text={addText}
                  onAdd={() => onChange([...value, { note: next.note.id, remarks: [] }])}
                />
              </div>
            )}
            {left.length === others.length || value.length >= most ? null : (
              <p className="form-hint">{takenText}</p>
            )}
          </>
        )}
      </LackPlace>
    </>
  )
}

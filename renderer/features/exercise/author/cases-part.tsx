import { useState } from 'react'
import type { CaseId } from '../../../../shared/case/ids.ts'
import type { PackDraft } from '../../../../shared/training/pack-draft.ts'
import { lackAt } from '../../../../shared/training/unfinished.ts'
import { useLatestCases } from '../../../api/use-client.ts'
import { SelectField } from '../../../base/form-kit.tsx'
import { useT } from '../../../base/use-t.ts'
import { LackPlace } from './lacks.tsx'
import { useNoteLabels } from './note-labels.ts'
import { AddButton, Items } from './parts.tsx'

interface Props {
  readonly draft: PackDraft
  readonly change: (part: Partial<PackDraft>) => void
}

/** Which cases of the demo archive the pack is made of, and which of their notes. */
export function CasesPart({ draft, change }: Props) {
  const t = useT()
  const { data } = useLatestCases()
  const [chosen, setChosen] = useState('')
  const known = data?.cases ?? []
  const left = known.filter(({ case: of }) => draft.cases.every(({ id }) => id !== of.id))
  const next = left.find(({ case: of }) => of.id === chosen) ?? left[0]
  const nameOf = (id: CaseId) => {
    const of = known.find((each) => each.case.id === id)?.case
    return of === undefined
      ? t('exercise.author.case.gone')
      : t('exercise.case', { number: of.number, name: of.insured.name })
  }
  const add = () => {
    if (next === undefined) return
    const notes = next.notes.map(({ id }) => id)
    change({ cases: [...draft.cases, { id: next.case.id, notes }] })
  }
  return (
    <section className="author-part">
      <h2 className="page-heading">{t('exercise.author.cases')}</h2>
      <Items items={draft.cases} onChange={(cases) => change({ cases })} nameOf={({ id }) => nameOf(id)}>
        {(picked, changePicked) => (
          <>
            <LackPlace at={lackAt(picked.id, 'case')} />
            <PickedNotes {...picked} onPick={(notes) => changePicked({ notes })} />
          </>
        )}
      </Items>
      <LackPlace at="cases">
        {(invalidBy) =>
          next === undefined ? null : (
            <div className="exercise-choice">
              <SelectField
                label={t('exercise.author.case')}
                value={next.case.id}
                options={left.map(({ case: of }) => ({ value: of.id, label: nameOf(of.id) }))}
                onChange={setChosen}
                invalidBy={invalidBy}
              />
              <AddButton text={t('exercise.author.case.add')} onAdd={add} />
            </div>
          )
        }
      </LackPlace>
    </section>
  )
}

type Picked = PackDraft['cases'][number]

function PickedNotes({ id, notes, onPick }: Picked & { onPick: (notes: Picked['notes']) => void }) {
  const t = useT()
  const labels = useNoteLabels([id])
  return (
    <fieldset className="form-options">
      <legend>{t('exercise.author.notes')}</legend>
      {labels.length === 0 ? <p>{t('exercise.author.notes.none')}</p> : null}
      {labels.map(({ note, label }) => (
        <label key={note.id} className="form-choice">
          <input
            type="checkbox"
            checked={notes.includes(note.id)}
            onChange={({ target }) =>
              onPick(target.checked ? [...notes, note.id] : notes.filter((each) => each !== note.id))
            }
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

import { type ReactNode, useState } from 'react'
import { useT } from './use-t.ts'
import './conflict-question.css'

const sides = ['mine', 'theirs', 'both'] as const
export type ConflictSide = (typeof sides)[number]

/** A field that two windows have written differently, with what each says in words, or shown beside the other's. */
export interface ConflictField {
  readonly id: string
  readonly label: string
  readonly mine: ReactNode
  readonly theirs: ReactNode
  /** Both as one text, where they can be. */
  readonly both?: string | undefined
}

/** Both texts of each field, side by side, and which of them is to stand. A field without a choice keeps mine. */
export function ConflictQuestion(props: {
  /** Tells its radio buttons from those of other choices. */
  name: string
  fields: readonly ConflictField[]
  onChoose: (choices: Readonly<Record<string, ConflictSide>>) => void
}) {
  const t = useT()
  const { name, fields, onChoose } = props
  const [choices, setChoices] = useState<Readonly<Record<string, ConflictSide>>>({})
  const all = (side: ConflictSide) => onChoose(Object.fromEntries(fields.map(({ id }) => [id, side])))
  return (
    <>
      {fields.map((field) => (
        <fieldset key={field.id} className="conflict">
          <legend>{field.label}</legend>
          {textsOf(field).map(({ side, text }) => (
            <label key={side} className="conflict-side">
              <input
                type="radio"
                name={`${name}-conflict-${field.id}`}
                checked={(choices[field.id] ?? 'mine') === side}
                onChange={() => setChoices({ ...choices, [field.id]: side })}
              />
              <span>
                <span className="conflict-who">{t(`frame.conflict.${side}`)}</span>
                <span className="conflict-text">{text === '' ? t('frame.conflict.empty') : text}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <div className="conflict-actions">
        <button type="button" className="button button-primary" onClick={() => onChoose(choices)}>
          {t('frame.conflict.use')}
        </button>
        <button type="button" className="button" onClick={() => all('mine')}>
          {t('frame.conflict.allMine')}
        </button>
        <button type="button" className="button" onClick={() => all('theirs')}>
          {t('frame.conflict.allTheirs')}
        </button>
      </div>
    </>
  )
}

/** What can stand in a field: mine, theirs, and both where they can be one text. */
function textsOf(field: ConflictField) {
  return sides.flatMap((side) => {
    const text = field[side]
    return text === undefined ? [] : [{ side, text }]
  })
}

import { useId, useState } from 'react'
import { ROW_TEXT_CHARS } from '../../shared/case/rows.ts'
import { plainTies } from '../base/controls.tsx'
import { Icon } from '../base/icon.tsx'
import { useT } from '../base/use-t.ts'
import { Combobox } from './combobox.tsx'

/** A row of the bank: what it says, by or with whom, and how it is made. */
export interface BankRow<Make> {
  text: string
  detail: string
  make: Make
}

interface Props<Make> {
  /** What one row is called in the middle of a sentence. */
  item: string
  bank: readonly BankRow<Make>[]
  onUsual: (make: Make) => void
  /** What was written and is no usual row. */
  onWritten: (text: string) => void
  onBlank: () => void
}

/** Where rows come from: one that is written or chosen among the usual ones, with Enter, or a blank one to fill in. */
export function AddRow<Make>({ item, bank, onUsual, onWritten, onBlank }: Props<Make>) {
  const t = useT()
  const ties = plainTies(useId())
  const [text, setText] = useState('')
  return (
    <div className="rows-add">
      <button type="button" className="button field-rows-add" onClick={onBlank}>
        <Icon name="add" />
        {t('fields.rows.add', { item })}
      </button>
      <div className="rows-add-usual">
        <label className="visually-hidden" id={ties.labelId} htmlFor={ties.id}>
          {t('fields.rows.usual', { item })}
        </label>
        <Combobox
          {...ties}
          value={text}
          suggestions={bank}
          limit={ROW_TEXT_CHARS}
          placeholder={t('fields.rows.usual.placeholder')}
          onChange={setText}
          onChoose={({ make }) => {
            setText('')
            onUsual(make)
          }}
          onEnter={() => {
            if (text.trim() === '') return
            setText('')
            onWritten(text.trim())
          }}
        />
      </div>
    </div>
  )
}

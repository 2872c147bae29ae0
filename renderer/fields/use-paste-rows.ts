import { type ClipboardEvent, useState } from 'react'
import type { z } from 'zod'
import type { RowId } from '../../shared/case/ids.ts'
import type { Column } from '../../shared/fields/columns.ts'
import { readPastedRows } from '../../shared/fields/row-paste.ts'
import { cleanText } from '../../shared/note/answers.ts'
import type { TextKey } from '../../shared/text/index.ts'
import { useLanguage, useT } from '../base/use-t.ts'
import { useDateOrigin } from './date.tsx'
import { useFieldContext } from './field-context.ts'
import { performerOf, performerOptions } from './performer.tsx'
import type { Rows } from './use-rows.ts'

interface PasteInto<Row> {
  columns: Readonly<Record<string, Column<Row>>>
  schema: z.ZodType<Row>
  /** The column of text that takes what has no place of its own. */
  keepIn: string
}

/** How many of the texts that found no place are told one by one. */
const TOLD = 3

/** Whether a text is more than what one control takes: several lines, or cells of a spreadsheet. */
const isRows = (text: string) => text.includes('\t') || text.trim().includes('\n')

const isBlank = (row: { id: RowId }) => Object.keys(row).length === 1

/**
 * Rows of what is pasted: anything where a line has the focus, several lines or cells in a control of one line. They come after
 * the chosen row, or in its place where nothing is written in it yet.
 */
export function usePasteRows<Row extends { id: RowId }>(
  { columns, schema, keepIn }: PasteInto<Row>,
  addAll: Rows<Row>['addAll'],
  onAdded: (row: RowId) => void,
) {
  const t = useT()
  const language = useLanguage()
  const origin = useDateOrigin()
  const { details } = useFieldContext()
  const [refused, setRefused] = useState<TextKey>()

  const told = (count: number, kept: readonly string[]) => {
    const added = t('fields.rows.pasted', { count })
    const column = columns[keepIn]
    if (kept.length === 0 || column === undefined) return added
    const texts = [...kept.slice(0, TOLD).map((text) => `”${text}”`), ...(kept.length > TOLD ? ['…'] : [])]
    return `${added} ${t('fields.rows.pasted.kept', { column: t(column.label), texts: texts.join(', ') })}`
  }

  const onPaste = (event: ClipboardEvent, chosen: Row | undefined) => {
    const { target } = event
    if (!(target instanceof Element)) return
    const inLine = target.closest('[data-cell]') !== null
    const text = cleanText(event.clipboardData.getData('text/plain'))
    if (!inLine && !(target instanceof HTMLInputElement && isRows(text))) return
    event.preventDefault()
    const options = performerOptions(details.persons, language)
    const pasted = readPastedRows(text, {
      columns,
      keepIn,
      origin,
      performerOf: (name) => performerOf(name, undefined, options),
    })
    if (!pasted.ok) {
      setRefused(`fields.rows.paste.${pasted.why}`)
      return
    }
    setRefused(undefined)
    const inRow = target.closest('[data-line], [data-row]') !== null
    const instead = inRow && chosen !== undefined && isBlank(chosen) ? chosen.id : undefined
    const added = addAll(
      pasted.rows.map((row) => (id: RowId) => schema.parse({ ...row, id })),
      { after: inRow ? chosen?.id : undefined, instead },
      told(pasted.rows.length, pasted.kept),
    )
    const first = added[0]
    if (first !== undefined) onAdded(first)
  }
  return { refused, onPaste }
}

import { z } from 'zod'
import { rowIdSchema } from '../case/ids.ts'
import { inLanguage } from '../text/index.ts'
import { localizedSchema } from '../text/localized.ts'
import { printableLine } from '../text/printable.ts'
import { base, fieldIdSchema } from './base.ts'
import { defineField } from './define.ts'
import { isObject, type Json, storedRows } from './json.ts'
import { rowPlace } from './place.ts'
import { shortText, tableOf } from './said.ts'
import { simpleFieldSchema, simpleOps } from './simple.ts'

const schema = z.strictObject({
  ...base,
  type: z.literal('group'),
  /** What one row is called: "deltagare", "punkt". */
  item: localizedSchema,
  fields: z.array(simpleFieldSchema).min(1),
})
const columnsOf = ({ fields }: z.infer<typeof schema>) => fields.map(simpleOps)

/** A repeated group of simple fields. What a row hides is neither checked nor said. */
export const group = defineField(
  {
    schema,
    answer: z.array(z.strictObject({ id: rowIdSchema, answers: z.record(fieldIdSchema, z.json()) })),
  },
  {
    columns: columnsOf,
    // As stored: a column that no field has is one that the answer's form may not keep.
    inner: (stored, field) =>
      storedRows(stored).flatMap(({ answers = null }, index) =>
        (isObject(answers) ? Object.entries(answers) : []).map(([id, value]) => ({
          id,
          column: columnsOf(field).find((ops) => ops.field.id === id),
          value,
          path: [index, 'answers', id],
        })),
      ),
    // A row is one thing that somebody wrote: it is taken with all of its columns, or left.
    take: (rows, field, stored) => {
      const columns = columnsOf(field)
      const fits = rows.every(({ answers }) =>
        Object.entries(answers).every(([id, value]) => {
          const column = columns.find((each) => each.field.id === id)
          return column !== undefined && column.take(value).left === undefined
        }),
      )
      return fits ? { taken: stored } : { left: stored }
    },
    check: (rows, field, { stored, scope }) =>
      rows.flatMap(({ id, answers }, index) => {
        const row = rowPlace(field.label, stored, index, id)
        const columns = columnsOf(field)
        const { visible, obligatory } = scope.row(columns, answers)
        return columns.flatMap((column) => {
          const { id: name, label } = column.field
          if (!visible(column.field)) return []
          const place = row.cell(name, label, ['answers', name])
          return column.check(answers[name], () => obligatory(column.field), place, scope)
        })
      }),
    ownWords: {
      of: (rows, field) =>
        rows.flatMap((row) =>
          columnsOf(field).flatMap((column) =>
            column
              .ownWords(row.answers[column.field.id])
              .map(({ text }) => ({ text, row: row.id, column: column.field.id })),
          ),
        ),
      rewrite: (stored, field, find) =>
        storedRows(stored).map((row) => {
          const inner = row.answers
          if (!isObject(inner)) return row
          const changed = columnsOf(field).flatMap((column): [string, Json][] => {
            const at = { row: row.id, column: column.field.id }
            const answer = column.rewrite(inner[column.field.id], (text) => find(text, at))
            return answer === undefined ? [] : [[column.field.id, answer]]
          })
          return { ...row, answers: { ...inner, ...Object.fromEntries(changed) } }
        }),
    },
    rows: (rows, field, scope) =>
      rows.map(({ id, answers }) => ({
        id,
        cells: columnsOf(field).map((column) => ({
          heading: printableLine(inLanguage(scope.language, column.field.label)),
          text: shortText(column.say(answers[column.field.id], scope)),
          ownWords: column.hasOwnWords,
        })),
      })),
    say: (rows, field, scope) => {
      const all = columnsOf(field)
      const columns = all
        .filter((column) => column.field.journal?.omit !== true)
        .map((column) => ({
          heading: printableLine(
            inLanguage(scope.language, column.field.journal?.label ?? column.field.label),
          ),
          cell: ({ answers }: (typeof rows)[number]) =>
            scope.row(all, answers).visible(column.field)
              ? shortText(column.say(answers[column.field.id], scope))
              : '',
        }))
      return { as: 'tables', tables: tableOf(columns, rows) }
    },
  },
)

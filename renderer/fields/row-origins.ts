import { use, useMemo } from 'react'
import { dateAt } from '../../shared/case/dates.ts'
import { isObject, storedRows } from '../../shared/fields/json.ts'
import { useT } from '../base/use-t.ts'
import { OtherNotesContext, useFieldContext } from './field-context.ts'

/**
 * Where a row was taken over from, in words: the newest of the notes that were begun before this one and have a row of the same
 * id. A row keeps its id through its case, and one that is written here has an id of its own.
 */
export function useRowOrigins(): (row: string) => string | undefined {
  const t = useT()
  const others = use(OtherNotesContext)
  const { session } = useFieldContext()
  const { createdAt } = session.note()
  const from = useMemo(() => {
    const rows = new Map<string, string>()
    const earlier = others
      .map(({ note }) => note)
      .filter((note) => note.createdAt < createdAt)
      .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
    for (const { kind, createdAt: begun, answers } of earlier)
      for (const answer of Object.values(answers))
        for (const row of storedRows(answer))
          if (isObject(row) && typeof row.id === 'string')
            rows.set(row.id, t('fields.rows.taken', { note: t(`lists.kind.${kind}`), date: dateAt(begun) }))
    return rows
  }, [others, createdAt, t])
  return (row) => from.get(row)
}

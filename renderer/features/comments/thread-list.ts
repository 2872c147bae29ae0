import { isResolved, type Thread } from '../../../shared/comments/thread.ts'

export const filters = ['open', 'resolved', 'all'] as const
export type ThreadFilter = (typeof filters)[number]

/** A field as it is told in the panel. */
export interface NamedField {
  readonly id: string
  readonly label: string
}

/** The threads of one field; of the whole note without one. `label` is missing where the note does not show the field. */
export interface ThreadGroup {
  readonly field: string | undefined
  readonly label: string | undefined
  readonly threads: readonly Thread[]
}

export const passes = (filter: ThreadFilter, thread: Thread): boolean =>
  filter === 'all' || isResolved(thread) === (filter === 'resolved')

/** Where in its field a thread stands: about the whole field first, then rows and passages, and last what is gone. */
function rank({ place }: Thread): number {
  if (place.kind !== 'passage') return -1
  return place.gone === true ? Number.MAX_SAFE_INTEGER : place.start
}

/** The threads that pass the filter: those of the whole note, then field by field as the note shows them, then those of other fields. */
export function groupThreads(
  threads: readonly Thread[],
  fields: readonly NamedField[],
  filter: ThreadFilter,
): ThreadGroup[] {
  const byField = Map.groupBy<string | undefined, Thread>(
    threads.filter((thread) => passes(filter, thread)),
    ({ place }) => (place.kind === 'note' ? undefined : place.field),
  )
  const shown = new Map<string | undefined, string>(fields.map(({ id, label }) => [id, label]))
  const others = [...byField.keys()].filter((field) => field !== undefined && !shown.has(field))
  return [undefined, ...shown.keys(), ...others].flatMap((field) => {
    const of = byField.get(field)?.toSorted((a, b) => rank(a) - rank(b))
    return of === undefined ? [] : [{ field, label: shown.get(field), threads: of }]
  })
}

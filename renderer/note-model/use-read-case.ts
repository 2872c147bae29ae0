import { useMemo } from 'react'
import type { Case } from '../../shared/case/case.ts'
import type { IsoDate } from '../../shared/case/dates.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import { withTemplates } from '../../shared/note/context.ts'
import type { StoredNote } from '../../shared/note/note.ts'
import { type ReadCase, readWholeCase } from '../../shared/projection/read-case.ts'
import type { Template } from '../../shared/template/template.ts'
import { useCase, useNotesOfCase, useTemplates } from '../api/use-client.ts'
import { useToday } from '../base/clock.ts'

interface Around {
  readonly of: Case
  readonly templates: readonly Template[]
  readonly today: IsoDate
}

const known = new WeakMap<readonly StoredNote[], Around & { readonly read: ReadCase }>()

/** Read once, however many views ask. */
function readOnce(notes: readonly StoredNote[], { of, templates, today }: Around): ReadCase {
  const before = known.get(notes)
  if (before?.of === of && before.templates === templates && before.today === today) return before.read
  const read = readWholeCase({ case: of, today, others: withTemplates(notes, templates), language: 'sv' })
  known.set(notes, { of, templates, today, read })
  return read
}

/** A case with all its notes as they are stored, read and checked; undefined until it is there. */
export function useReadCase(id: CaseId): ReadCase | undefined {
  const today = useToday()
  const of = useCase(id).data?.case
  const { data: notes } = useNotesOfCase(id)
  const { data: templates } = useTemplates()
  return useMemo(
    () => (of && notes && templates ? readOnce(notes, { of, templates, today }) : undefined),
    [of, notes, templates, today],
  )
}

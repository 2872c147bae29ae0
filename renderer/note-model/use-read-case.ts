import { useEffect, useMemo, useState } from 'react'
import type { Case } from '../../shared/case/case.ts'
import type { IsoDate } from '../../shared/case/dates.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import { aroundCase } from '../../shared/note/context.ts'
import type { StoredNote } from '../../shared/note/note.ts'
import { type ReadCase, readWholeCase } from '../../shared/projection/read-case.ts'
import type { Template } from '../../shared/template/template.ts'
import { usePolicies } from '../api/policies.ts'
import { useCase, useNotesOfCase, useTemplates } from '../api/use-client.ts'
import { useToday } from '../base/clock.ts'

interface Around {
  readonly of: Case
  readonly templates: readonly Template[]
  readonly today: IsoDate
  readonly rulesOff: readonly string[] | undefined
  readonly silentAfterDays: number | undefined
}

const known = new WeakMap<readonly StoredNote[], Around & { readonly read: ReadCase }>()

/** Read once, however many views ask. */
function readOnce(notes: readonly StoredNote[], around: Around): ReadCase {
  const before = known.get(notes)
  const { of, templates, today, rulesOff, silentAfterDays } = around
  if (
    before?.of === of &&
    before.templates === templates &&
    before.today === today &&
    before.rulesOff === rulesOff &&
    before.silentAfterDays === silentAfterDays
  )
    return before.read
  const ofCase = aroundCase(notes, templates)
  const read = readWholeCase({ case: of, today, ...ofCase, language: 'sv', rulesOff, silentAfterDays })
  known.set(notes, { ...around, read })
  return read
}

/** While somebody writes, saves come several times a second; the case is read once they have paused for so long. */
const PAUSE_MS = 1000

const isAnnulled = (note: StoredNote) => note.status === 'journalford' && note.annulled !== undefined

/** Whether the same notes are there, in the same state: what differs is at most what is written in drafts. */
function sameButForText(before: readonly StoredNote[], now: readonly StoredNote[]): boolean {
  return (
    before.length === now.length &&
    before.every((one, index) => {
      const same = now[index]
      return same?.id === one.id && same.status === one.status && isAnnulled(same) === isAnnulled(one)
    })
  )
}

/** The notes of a case as they are stored, or as they were before somebody began to write in one of them. */
function useSettledNotes(id: CaseId): readonly StoredNote[] | undefined {
  const { data: notes } = useNotesOfCase(id)
  const [settled, setSettled] = useState({ id, notes })
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ id, notes }), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [id, notes])
  const before = settled.id === id ? settled.notes : undefined
  return before && notes && sameButForText(before, notes) ? before : notes
}

/** A case with all its notes as they are stored, read and checked; undefined until it is there. */
export function useReadCase(id: CaseId): ReadCase | undefined {
  const today = useToday()
  const { rulesOff, silentAfterDays } = usePolicies()
  const of = useCase(id).data?.case
  const notes = useSettledNotes(id)
  const { data: templates } = useTemplates()
  return useMemo(
    () =>
      of && notes && templates
        ? readOnce(notes, { of, templates, today, rulesOff, silentAfterDays })
        : undefined,
    [of, notes, templates, today, rulesOff, silentAfterDays],
  )
}

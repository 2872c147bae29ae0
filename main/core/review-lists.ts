import { setImmediate } from 'node:timers/promises'
import type { Case } from '../../shared/case/case.ts'
import { sortKey } from '../../shared/case/sort-key.ts'
import { type NoteWithTemplate, withTemplates } from '../../shared/note/context.ts'
import { readNote } from '../../shared/note/read-note.ts'
import { type Aimless, aimlessIn } from '../../shared/review/aimless.ts'
import { type ListedWordUse, listedWordUse } from '../../shared/review/word-use.ts'
import { everyCase, findCase } from '../store/cases.ts'
import { readNotesOf } from '../store/read-notes.ts'
import { type CoreState, dbOf, todayIn } from './calls.ts'
import { ArchiveClosed } from './refusals.ts'

/** So long the core works on cases at a stretch; what else is asked of it comes in between. */
const STRETCH_MS = 8

/**
 * Asks something of every case with its notes, case by case; what is found stands by the cases' numbers. Ends where whoever asked wants
 * no answer any more. ARCHIVE_CLOSED where the archive is closed meanwhile.
 */
async function inEveryCase<T>(
  state: CoreState,
  ask: (of: Case, notes: readonly NoteWithTemplate[]) => readonly T[],
  signal: AbortSignal | undefined,
): Promise<T[]> {
  const db = dbOf(state)
  const found: { readonly key: string; readonly asked: readonly T[] }[] = []
  let begun = performance.now()
  for (const page of everyCase(db))
    for (const id of page) {
      if (performance.now() - begun > STRETCH_MS) {
        await setImmediate()
        signal?.throwIfAborted()
        if (state.open?.db !== db) throw new ArchiveClosed()
        begun = performance.now()
      }
      const stored = findCase(db, id)
      if (stored === undefined) continue
      const asked = ask(stored.case, withTemplates(readNotesOf(db, id), state.templates.all))
      if (asked.length > 0) found.push({ key: sortKey(stored.case.number), asked })
    }
  return found.toSorted((a, b) => (a.key < b.key ? -1 : 1)).flatMap(({ asked }) => asked)
}

/** Insatser of every case that aim at nothing. ARCHIVE_CLOSED. */
export function aimlessInArchive(state: CoreState, signal?: AbortSignal): Promise<Aimless[]> {
  const today = todayIn(state)
  const ask = (of: Case, others: readonly NoteWithTemplate[]) => {
    const context = { case: of, today, others, language: 'sv' } as const
    return aimlessIn(others.map((note) => readNote(note, context)))
  }
  return inEveryCase(state, ask, signal)
}

/** How the notes of every case use "plan" and "planering". ARCHIVE_CLOSED. */
export const wordUseInArchive = (state: CoreState, signal?: AbortSignal): Promise<ListedWordUse[]> =>
  inEveryCase(state, listedWordUse, signal)

import { setImmediate } from 'node:timers/promises'
import { swedishDate } from '../../shared/case/dates.ts'
import { withTemplates } from '../../shared/note/context.ts'
import { readNote } from '../../shared/note/read-note.ts'
import { type Aimless, aimlessIn } from '../../shared/review/aimless.ts'
import { readCases } from '../store/cases.ts'
import { readNotesOf } from '../store/read-notes.ts'
import { type CoreState, dbOf } from './calls.ts'
import { ArchiveClosed } from './refusals.ts'

/** So long the core works on cases at a stretch; what else is asked of it comes in between. */
const STRETCH_MS = 8

/**
 * Insatser of every case that aim at nothing, case by case. ARCHIVE_CLOSED where the archive is closed meanwhile.
 */
export async function aimlessInArchive(state: CoreState): Promise<Aimless[]> {
  const db = dbOf(state)
  const today = swedishDate(state.now())
  const found: Aimless[] = []
  let begun = performance.now()
  for (const { case: of } of readCases(db)) {
    if (performance.now() - begun > STRETCH_MS) {
      await setImmediate()
      if (state.open?.db !== db) throw new ArchiveClosed()
      begun = performance.now()
    }
    const others = withTemplates(readNotesOf(db, of.id), state.templates.all)
    const context = { case: of, today, others, language: 'sv' } as const
    found.push(...aimlessIn(others.map((note) => readNote(note, context))))
  }
  return found
}

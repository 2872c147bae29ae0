import type { z } from 'zod'
import type { Template } from '../../shared/template/template.ts'
import { readPinnedTemplates } from '../store/read-notes.ts'
import { readSettings, writeSetting } from '../store/settings.ts'
import { type Finding, verifyArchive } from '../store/verify.ts'
import { type ArchiveOptions, type ArchiveService, createArchiveService } from './archives.ts'
import { type CaseService, createCaseService } from './cases.ts'
import type { Changes } from './changes.ts'
import { createNoteService, type NoteService } from './notes.ts'
import { openArchiveOf, type Session } from './session.ts'
import { type Templates, templatesInUse } from './templates.ts'

type Json = z.infer<ReturnType<typeof z.json>>

/** What the router and the command line call. A refused call throws a `Refusal`. */
export interface Services {
  archive: ArchiveService
  cases: CaseService
  notes: NoteService
  templates: { list(): Template[]; problems: Templates['problems'] }
  settings: { get(): Record<string, Json>; set(key: string, value: Json): void }
  /** Digests, chains, revisions, log and the database itself: what does not hold. Empty where all does. */
  verify(): Finding[]
  changes: Changes
}

export function createServices(session: Session, options: ArchiveOptions): Services {
  const db = () => openArchiveOf(session).db
  return {
    archive: createArchiveService(session, options),
    cases: createCaseService(session),
    notes: createNoteService(session),
    templates: {
      list: () => templatesInUse(session.templates, session.open ? readPinnedTemplates(session.open.db) : []),
      problems: session.templates.problems,
    },
    settings: {
      get: () => readSettings(db()),
      set: (key, value) => {
        writeSetting(db(), key, value)
        session.changes.publish({ type: 'settings' })
      },
    },
    verify: () => verifyArchive(db()),
    changes: session.changes,
  }
}

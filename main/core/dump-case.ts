import type { CaseId } from '../../shared/case/ids.ts'
import { BUNDLE_FORMAT, BUNDLE_VERSION, type Bundle } from '../../shared/note/bundle.ts'
import { readCase } from '../store/cases.ts'
import type { Db } from '../store/db.ts'
import { readNotesOf } from '../store/read-notes.ts'
import { plainNote } from './plain-note.ts'

/** The case with its consents and all its notes, oldest first, as a case bundle. NOT_FOUND. */
export function bundleOf(db: Db, id: CaseId): Bundle {
  return {
    format: BUNDLE_FORMAT,
    version: BUNDLE_VERSION,
    case: readCase(db, id),
    notes: readNotesOf(db, id).map(plainNote),
  }
}

/** A case bundle's JSON text; `importBundle` reads back the same. NOT_FOUND. */
export function dumpCase(db: Db, id: CaseId): string {
  return `${JSON.stringify(bundleOf(db, id), undefined, 2)}\n`
}

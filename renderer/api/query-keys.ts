import type { CaseId, NoteId } from '../../shared/case/ids.ts'

// What the renderer has read from the core, by key. A change event makes the keys it touches stale (services/changes.ts), so
// whoever shows them reads again; nobody needs to pass news along by hand.
//   ['archive'] status · ['cases'] all with summaries · ['case', id] · ['notes', caseId] with answers · ['note', id]
//   ['templates'] · ['settings']
export const queryKeys = {
  archive: ['archive'],
  cases: ['cases'],
  case: (id: CaseId) => ['case', id],
  notes: (caseId: CaseId) => ['notes', caseId],
  note: (id: NoteId) => ['note', id],
  templates: ['templates'],
  settings: ['settings'],
} as const

import { timestamp } from '../../../../shared/case/dates.ts'
import { caseIdSchema, noteIdSchema } from '../../../../shared/case/ids.ts'
import type { StoredNote } from '../../../../shared/note/note.ts'
import type { Template } from '../../../../shared/template/template.ts'
import { systemClock } from '../../../base/clock.ts'
import { createMarkerService, type MarkerService } from '../../../note-model/marker-service.ts'
import { createReadings, type ReadingService } from '../../../note-model/readings.ts'
import { createNoteSession, type NoteSession } from '../../../note-model/session/note-session.ts'
import type { SavePort } from '../../../note-model/session/save.ts'

/** A note that a template is tried with. It is in memory alone: nothing of it is saved, and it goes with the tab. */
export interface TrialNote {
  readonly session: NoteSession
  readonly readings: ReadingService
  readonly markers: MarkerService
}

/** Says that everything is saved, and saves nothing. */
const nowhere: SavePort = {
  save: ({ baseRevision }) =>
    Promise.resolve({
      kind: 'saved',
      revision: baseRevision + 1,
      savedAt: timestamp(systemClock.now()),
    }),
}

/** A note of a template, without answers or with those of a trial before. */
export function createTrialNote(template: Template, answers: StoredNote['answers']): TrialNote {
  const now = timestamp(systemClock.now())
  const note: StoredNote = {
    id: noteIdSchema.parse(crypto.randomUUID()),
    caseId: caseIdSchema.parse(crypto.randomUUID()),
    template: { id: template.id, version: template.version },
    kind: template.kind,
    owner: template.owner,
    author: { name: 'Anna Ek', role: 'utredare' },
    createdAt: now,
    updatedAt: now,
    answers,
    revision: 1,
    status: 'utkast',
  }
  const markers = createMarkerService()
  return {
    session: createNoteSession(note, nowhere, systemClock),
    readings: createReadings(markers),
    markers,
  }
}

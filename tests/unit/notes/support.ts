import type { Clock } from '../../../renderer/base/clock.ts'
import type { SaveOutcome, SavePort, SaveRequest } from '../../../renderer/note-model/session/save.ts'
import { timestampSchema } from '../../../shared/case/dates.ts'
import { caseIdSchema, noteIdSchema } from '../../../shared/case/ids.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import { type Objection, type StoredNote, storedNoteSchema } from '../../../shared/note/note.ts'
import { objectionsMember, stampedObjections } from '../../../shared/note/objections.ts'

export const noteId = noteIdSchema.parse('0b9f6c1e-8f43-4b0b-9a52-1d5ad8f9a001')
export const caseId = caseIdSchema.parse('0b9f6c1e-8f43-4b0b-9a52-1d5ad8f9a002')
export const start = Date.parse('2026-02-03T09:32:05.000Z')

/** A draft of planering at a revision, as the store would give it. */
export function draft(answers: Answers = {}, revision = 1): StoredNote {
  return storedNoteSchema.parse({
    id: noteId,
    caseId,
    revision,
    template: { id: 'planering', version: 2 },
    kind: 'planering',
    owner: 'forsakringskassan',
    status: 'utkast',
    author: { name: 'Anna Ek', role: 'utredare' },
    createdAt: new Date(start).toISOString(),
    updatedAt: new Date(start).toISOString(),
    answers,
  })
}

/** The same note journalförd. */
export function signed(answers: Answers = {}, revision = 2): StoredNote {
  const { caseId: ofCase, revision: at, ...note } = draft(answers, revision)
  return storedNoteSchema.parse({
    ...note,
    caseId: ofCase,
    revision: at,
    status: 'journalford',
    signature: {
      by: { name: 'Anna Ek', role: 'utredare' },
      at: new Date(start).toISOString(),
      sequence: 1,
      previous: null,
      digest: 'a'.repeat(64),
      case: {
        number: '24-1187',
        insured: { name: 'Lena Berg', personnummer: '18960315-1235' },
        employment: { kind: 'arbetslos' },
        firstSickDay: '2025-11-02',
        extent: 100,
        expectedLength: 'minst-60-dagar',
        assignedTo: 'Anna Ek',
        persons: [],
        consents: [],
      },
    },
  })
}

export interface FakeClock extends Clock {
  /** Lets `ms` milliseconds go by, timers and promises with them. */
  pass: (ms: number) => Promise<void>
  waiting: () => number
}

export function fakeClock(): FakeClock {
  let time = start
  let timers: { at: number; run: () => void }[] = []
  const settle = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
  }
  return {
    now: () => new Date(time),
    after: (ms, run) => {
      const timer = { at: time + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    waiting: () => timers.length,
    pass: async (ms) => {
      await settle()
      const end = time + ms
      for (;;) {
        const next = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        timers = timers.filter((timer) => timer !== next)
        time = next.at
        next.run()
        await settle()
      }
      time = end
      await settle()
    },
  }
}

/** Who the store says made an objection, and when. */
export const stored = {
  by: { name: 'Anna Ek', role: 'utredare' },
  at: timestampSchema.parse(new Date(start).toISOString()),
} as const

/** A store that keeps revisions and can be told to be slow, away or changed by somebody else. */
export interface FakeStore extends SavePort {
  requests: SaveRequest[]
  /** Every text the store has had, by revision. */
  history: Map<number, Answers>
  current: () => StoredNote
  /** Somebody else saves. */
  otherWindow: (answers: Answers, objections?: readonly Objection[]) => StoredNote
  /** Answer the next saves with this instead. */
  refuse: SaveOutcome | undefined
  /** Hold answers until `release`. */
  hold: boolean
  release: () => void
}

export function fakeStore(first: StoredNote): FakeStore {
  let note = first
  let held: (() => void)[] = []
  const history = new Map<number, Answers>([[first.revision, first.answers]])
  const put = (answers: Answers, objections: readonly Objection[] = note.objections ?? []) => {
    const { objections: _before, ...rest } = note
    note = { ...rest, ...objectionsMember(objections), revision: note.revision + 1, answers }
    history.set(note.revision, answers)
    return note
  }
  const store: FakeStore = {
    requests: [],
    history,
    refuse: undefined,
    hold: false,
    current: () => note,
    otherWindow: put,
    release: () => {
      const waiting = held
      held = []
      for (const go of waiting) go()
    },
    save: async (request) => {
      store.requests.push(request)
      if (store.hold) {
        await new Promise<void>((resolve) => {
          held.push(resolve)
        })
      }
      if (store.refuse) return store.refuse
      if (request.baseRevision !== note.revision) return { kind: 'conflict', current: note }
      put(request.answers, stampedObjections(note.objections, request.objections, stored))
      return {
        kind: 'saved',
        revision: note.revision,
        savedAt: stored.at,
        ...objectionsMember(note.objections ?? []),
      }
    },
  }
  return store
}

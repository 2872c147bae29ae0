import { setImmediate } from 'node:timers/promises'
import type { FollowProgress } from '../../shared/api/follow.ts'
import type { CaseId, NoteId } from '../../shared/case/ids.ts'
import type { Around, NoteContext } from '../../shared/note/context.ts'
import { followNote } from '../../shared/note/follow.ts'
import { setAsideMember } from '../../shared/note/move.ts'
import { plainNote, type StoredNote, takenOverMember } from '../../shared/note/note.ts'
import { objectionsMember } from '../../shared/note/objections.ts'
import { turnedNames, turnedPlaces, underNames } from '../../shared/note/places.ts'
import { readNote } from '../../shared/note/read-note.ts'
import { isOpen } from '../../shared/note/review.ts'
import { isWrittenBy, type Template, type TemplateId } from '../../shared/template/template.ts'
import { readCase } from '../store/cases.ts'
import { type Db, transaction } from '../store/db.ts'
import { deriveLater, deriveWaiting } from '../store/derived/keep.ts'
import { draftsBehind } from '../store/follow.ts'
import { readRevision, readRevisions } from '../store/history/revisions.ts'
import type { Stamp } from '../store/log.ts'
import { receivedPackages } from '../store/packages.ts'
import { readStoredNote } from '../store/read-notes.ts'
import { refusal, StoreRefusal } from '../store/refusal.ts'
import { refuseFrozen } from '../store/review.ts'
import { writeRewritten } from '../store/write-notes.ts'
import { type CoreState, calls, dbOf, derivingTold, openArchiveOf, stampFor, todayIn } from './calls.ts'
import { contentOf } from './history.ts'
import { aroundOf } from './notes.ts'
import { toApiError } from './refusals.ts'
import { refuseWriter } from './review.ts'
import { pinnedTemplate } from './templates.ts'

/** A note as it becomes in a later version of its template. */
function followed(state: CoreState, db: Db, note: StoredNote, to: Template) {
  // What is around it is read only where something that is set aside refers to it: there may be very many notes.
  let known: Around | undefined
  const around = () => {
    known ??= aroundOf(state, db, note)
    return known
  }
  const context: NoteContext = {
    case: readCase(db, note.caseId),
    today: todayIn(state),
    language: 'sv',
    get others() {
      return around().others
    },
    get uncounted() {
      return around().uncounted
    },
  }
  const template = pinnedTemplate(state.templates, note.template)
  return followNote(readNote({ note: plainNote(note), template }, context), to, state.templates.all).followed
}

/** Writes a draft as it becomes in a later version. Part of a transaction. */
function follow(state: CoreState, db: Db, note: StoredNote, to: Template, stamp: Stamp): StoredNote {
  const { answers, objections, takenOver, setAside, places } = followed(state, db, note, to)
  const { id, version, kind, owner } = to
  const becomes = {
    template: { id, version },
    kind,
    owner,
    answers,
    ...objectionsMember(objections),
    ...takenOverMember(takenOver),
    ...setAsideMember(setAside),
  }
  return writeRewritten(db, note, becomes, stamp, 'foljde-mallen', places)
}

interface Asked {
  readonly id: NoteId
  readonly baseRevision: number
}

/** The draft that a call is about, as the caller has it. NOTE_SIGNED, NOTE_FROZEN, CONFLICT. */
function draftOf(db: Db, { id, baseRevision }: Asked): StoredNote {
  const note = readStoredNote(db, id)
  refuseFrozen(note)
  if (note.revision !== baseRevision) throw refusal('CONFLICT', { current: note })
  return note
}

/** Writes a draft as it was before it followed. Part of a transaction. */
function goBack(state: CoreState, asked: Asked, stamp: Stamp): StoredNote {
  const db = dbOf(state)
  const note = draftOf(db, asked)
  const { id, revision, objections: _objections, setAside: _aside, takenOver, ...kept } = note
  if (readRevisions(db, id).at(-1)?.cause !== 'foljde-mallen')
    throw refusal('NOT_FOUND', { what: 'revision', id: String(revision) })
  const was = contentOf(state, readRevision(db, id, revision - 1))
  const now = pinnedTemplate(state.templates, note.template)
  for (const template of [now, pinnedTemplate(state.templates, was.template)])
    refuseWriter(state, template, stamp)
  const { places, names } = followed(state, db, { ...kept, ...was, id, revision }, now)
  const back = underNames(takenOver ?? [], turnedNames(names))
  const becomes = { ...was, ...takenOverMember(back) }
  return writeRewritten(db, note, becomes, stamp, 'aterstalld', turnedPlaces(places))
}

/** So many notes follow in one transaction: what somebody saves meanwhile waits no longer than for these. */
const AT_A_TIME = 100

/** Whether a draft can follow with the others: it is open, was not received, and is the role's to write. */
function isFree(
  state: CoreState,
  note: StoredNote,
  to: Template,
  received: ReadonlySet<CaseId>,
  { by }: Stamp,
) {
  const { demo } = openArchiveOf(state).info
  const from = state.templates.find(note.template)
  return (
    note.status === 'utkast' &&
    isOpen(note) &&
    !received.has(note.caseId) &&
    from !== undefined &&
    [from, to].every((template) => isWrittenBy(template, by.role, { demo }))
  )
}

/** Lets a draft follow if it can, and gives whether it did; one that is gone, or would be too large, is left. Part of a transaction. */
function followIfFree(
  state: CoreState,
  { id, to }: { readonly id: NoteId; readonly to: Template },
  received: ReadonlySet<CaseId>,
  stamp: Stamp,
): boolean {
  const db = dbOf(state)
  try {
    const note = readStoredNote(db, id)
    if (!isFree(state, note, to, received, stamp)) return false
    follow(state, db, note, to, stamp)
    return true
  } catch (error) {
    // Both are found before anything is written.
    if (error instanceof StoreRefusal && ['NOT_FOUND', 'TOO_LARGE'].includes(error.code)) return false
    throw error
  }
}

const TELL_EVERY_MS = 1000

/** Tells at the first call, and then not again until some time has passed. */
function everySoOften(told: () => void): () => void {
  let last = Number.NEGATIVE_INFINITY
  return () => {
    if (performance.now() - last < TELL_EVERY_MS) return
    last = performance.now()
    told()
  }
}

/** Lets all drafts of a template, or of every, follow to its newest version, some at a time, until nobody listens any more. */
async function* followAll(
  state: CoreState,
  only: TemplateId | undefined,
  line: string,
): AsyncGenerator<FollowProgress, void, void> {
  const db = dbOf(state)
  const ids = only === undefined ? [...new Set(state.templates.all.map(({ id }) => id))] : [only]
  const waiting = ids.flatMap((template) => {
    const to = state.templates.newest(template)
    return to ? draftsBehind(db, to).map((id) => ({ id, to })) : []
  })
  const received = new Set(receivedPackages(db).map(({ caseId }) => caseId))
  const total = waiting.length
  let followed = 0
  // Told now and then: a change of each note would have every window ask for its case.
  const tell = everySoOften(() => state.changes.publish({ type: 'followed' }, line))
  try {
    for (let done = 0; done < total; done += AT_A_TIME) {
      yield { done, total, followed, stayed: done - followed }
      await setImmediate()
      // It may have been closed, or another opened, since.
      if (state.open?.db !== db) return
      const stamp = stampFor(state, 'write')
      const page = waiting.slice(done, done + AT_A_TIME)
      const written = deriveLater(db, () =>
        transaction(db, () => page.filter((one) => followIfFree(state, one, received, stamp)).length),
      )
      tell()
      followed += written
    }
    yield { done: total, total, followed, stayed: total - followed }
  } catch (error) {
    throw toApiError(error, state.log)
  } finally {
    if (followed > 0 && state.open?.db === db) {
      state.changes.publish({ type: 'followed' }, line)
      deriveWaiting(db, state.templates.all, derivingTold(state))
    }
  }
}

/** Drafts that follow their template. */
export const followCalls = {
  note: calls.follow.note.handler(({ input, context: { state, line } }) => {
    const stamp = stampFor(state, 'write')
    const db = dbOf(state)
    const note = transaction(db, () => {
      const before = draftOf(db, input)
      const to = pinnedTemplate(state.templates, { id: before.template.id, version: input.version })
      if (to.version <= before.template.version) return before
      for (const template of [pinnedTemplate(state.templates, before.template), to])
        refuseWriter(state, template, stamp)
      return follow(state, db, before, to, stamp)
    })
    state.changes.publish({ type: 'note', id: note.id, caseId: note.caseId }, line)
    return note
  }),

  undo: calls.follow.undo.handler(({ input, context: { state, line } }) => {
    const stamp = stampFor(state, 'write')
    const note = transaction(dbOf(state), () => goBack(state, input, stamp))
    state.changes.publish({ type: 'note', id: note.id, caseId: note.caseId }, line)
    return note
  }),

  all: calls.follow.all.handler(({ input, context: { state, line } }) => {
    stampFor(state, 'write')
    return followAll(state, input.template, line)
  }),
}

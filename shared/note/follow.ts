import type { FieldId } from '../fields/base.ts'
import type { FieldOps } from '../fields/define.ts'
import { type Json, saysSomething } from '../fields/json.ts'
import type { FollowStep } from '../template/follow-steps.ts'
import { type Template, type TemplateRef, templateIndex, templateOf } from '../template/template.ts'
import type { Answers } from './answers.ts'
import { type OnTheWay, runSteps } from './follow-run.ts'
import { asideOf, placeAgain, sameFields, setAsideMember } from './move.ts'
import { type Note, type Objection, type SetAside, type TakenOver, takenOverMember } from './note.ts'
import { objectionsMember } from './objections.ts'
import {
  type FieldNames,
  type FieldPlaces,
  namesOf,
  namesThrough,
  placeNow,
  placesThrough,
  turnedPlaces,
  underNames,
} from './places.ts'
import { type ReadNote, readNote } from './read-note.ts'

/** What a note holds after it has followed its template to a later version. */
export interface Followed {
  readonly answers: Answers
  readonly setAside: readonly SetAside[]
  readonly objections: readonly Objection[]
  readonly takenOver: readonly TakenOver[]
  /** Where what was written in each field before now stands. */
  readonly places: FieldPlaces
  /** By which name what was taken over is found now. */
  readonly names: FieldNames
}

/**
 * The versions that a note follows through, one after the other, to the one it is to have: each says which it follows, or follows
 * the version before.
 */
export function wayTo(templates: readonly Template[], from: TemplateRef, to: Template): Template[] {
  const earlier = templates
    .filter(({ id, version }) => id === to.id && version < to.version)
    .map(({ version }) => version)
  const before = to.follows?.from ?? Math.max(0, ...earlier)
  const via = templates.find(({ id, version }) => id === to.id && version === before)
  return via === undefined || via.version <= from.version ? [to] : [...wayTo(templates, from, via), to]
}

/** The steps by which answers come from one version to another; none where that is not the one it says it follows. */
export const stepsBetween = (from: Template, to: Template): readonly FollowStep[] =>
  to.follows?.from === from.version ? to.follows.steps : []

/**
 * The field of another version that an answer on its way is for: the one that a step has named, else the one that asks the same.
 * What its own version had no field for, as a file may have brought it, may have one now.
 */
export function placeAhead(
  from: Template,
  to: Template,
  id: string,
  { named }: OnTheWay,
): FieldOps | undefined {
  return named || !templateIndex(from).byId.has(id)
    ? templateIndex(to).byId.get(id)?.ops
    : sameFields(from, to).get(id)
}

/** The answers of a note in the next version, by the steps that this says, and else where the same is asked. */
function hop(read: ReadNote, to: Template, find: (ref: TemplateRef) => Template | undefined): Followed {
  const { note, template } = read
  const begun = new Map<string, OnTheWay>(
    Object.entries(note.answers)
      .filter(([, value]) => saysSomething(value))
      .map(([id, value]) => [id, { value, origins: [id], named: false }]),
  )
  const journey = runSteps({ answers: begun, left: [] }, stepsBetween(template, to))
  const { byId } = templateIndex(to)
  const before = templateIndex(template).byId

  const answers = new Map<FieldId, Json>()
  const origins = new Map<FieldId, FieldId[]>()
  const left = new Set(journey.left)
  const setAside: SetAside[] = []
  // What a step has named goes first to where it says; what is only alike comes after, and yields.
  const inTurn = [...journey.answers].toSorted(
    ([, one], [, other]) => Number(other.named) - Number(one.named),
  )
  for (const [id, onTheWay] of inTurn) {
    const { value, named, origins: written } = onTheWay
    const place = placeAhead(template, to, id, onTheWay)
    const { taken, left: rest } = place?.take(value) ?? { left: value }
    const joined = taken === undefined ? undefined : place?.join(answers.get(place.field.id), taken)
    if (place && joined !== undefined) {
      answers.set(place.field.id, joined)
      const fields = written.flatMap((origin) => before.get(origin)?.field.id ?? [])
      origins.set(place.field.id, [...(origins.get(place.field.id) ?? []), ...fields])
    }
    if (named && (rest !== undefined || joined === undefined)) for (const origin of written) left.add(origin)
    if (!named && joined === undefined) setAside.push(asideOf(read, id, value))
    else if (!named && rest !== undefined) setAside.push(asideOf(read, id, rest))
  }
  // A part of it may have found a place: it is kept as it was written, whole.
  for (const id of left) {
    const answer = note.answers[id]
    if (answer !== undefined) setAside.push(asideOf(read, id, answer))
  }

  for (const aside of note.setAside ?? []) {
    const from = find(aside.template)
    // What an earlier version of this very template set aside has been looked at already.
    const isOwn = from?.id === to.id && from.version !== to.version
    if (isOwn || !placeAgain(aside, to, from, answers)) setAside.push(aside)
  }

  const places = turnedPlaces(origins)
  const saidIn = (field: FieldId, words: string) =>
    byId
      .get(field)
      ?.ops?.ownWords(answers.get(field))
      .some(({ text }) => text.includes(words)) === true
  const names = namesOf(places)
  return {
    answers: Object.fromEntries(answers),
    setAside,
    objections: (note.objections ?? []).map((one) => ({
      ...one,
      field: placeNow(places, one.field, (field) => saidIn(field, one.sentence)),
    })),
    takenOver: underNames(note.takenOver ?? [], names),
    places,
    names,
  }
}

/** What a note becomes by following, and how it is read then. */
export interface Following {
  readonly followed: Followed
  readonly read: ReadNote
}

/** A note as it is in a version that it has followed to. */
function readIn(read: ReadNote, template: Template, { answers, setAside, objections, takenOver }: Followed) {
  const { objections: _objections, takenOver: _taken, setAside: _aside, ...unchanged } = read.note
  const note: Note = {
    ...unchanged,
    template: { id: template.id, version: template.version },
    answers,
    ...objectionsMember(objections),
    ...takenOverMember(takenOver),
    ...setAsideMember(setAside),
  }
  return readNote({ note, template }, read.context)
}

/**
 * Lets a note follow its template to a later version: by the steps that each version on the way says, and else where the same is
 * asked. What finds no place is set aside, and nothing that was written is lost.
 */
export function followNote(read: ReadNote, to: Template, templates: readonly Template[]): Following {
  const find = (ref: TemplateRef) => templateOf(templates, ref)
  const step = (from: ReadNote, template: Template): Following => {
    const followed = hop(from, template, find)
    return { followed, read: readIn(from, template, followed) }
  }
  const [first = to, ...rest] = wayTo(templates, read.note.template, to)
  return rest.reduce(
    (so, template) => {
      const next = step(so.read, template)
      const places = placesThrough(so.followed.places, next.followed.places)
      const names = namesThrough(so.followed.names, next.followed.names)
      return { ...next, followed: { ...next.followed, places, names } }
    },
    step(read, first),
  )
}

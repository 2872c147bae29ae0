import type { FieldId } from '../fields/base.ts'
import type { FieldOps } from '../fields/define.ts'
import { type Json, saysSomething } from '../fields/json.ts'
import { shortText, stored } from '../fields/said.ts'
import { type FieldEntry, type Template, type TemplateRef, templateIndex } from '../template/template.ts'
import type { Answers } from './answers.ts'
import type { Note, Objection, SetAside, TakenOver } from './note.ts'
import type { ReadNote } from './read-note.ts'

/** What a note holds after it has been moved to another template. */
export interface Moved {
  readonly answers: Answers
  readonly setAside: readonly SetAside[]
  readonly objections: readonly Objection[]
  readonly takenOver: readonly TakenOver[]
  /** The fields of the new template that answers came to, in its order. */
  readonly followed: readonly string[]
}

const answerEntries = (template: Template) =>
  templateIndex(template).entries.flatMap((entry) => (entry.ops ? [{ ...entry, ops: entry.ops }] : []))

const conceptOf = ({ ops }: FieldEntry) => ops?.field.concept

function pairUp(from: Template, to: Template): ReadonlyMap<string, FieldOps> {
  const theirs = answerEntries(to)
  const pairs = new Map<string, FieldOps>()
  const taken = new Set<FieldOps>()
  const pair = (isSame: (mine: FieldEntry, other: FieldEntry) => boolean) => {
    for (const mine of answerEntries(from)) {
      if (pairs.has(mine.field.id)) continue
      const found = theirs.find(
        (other) => !taken.has(other.ops) && other.field.type === mine.field.type && isSame(mine, other),
      )
      if (!found) continue
      pairs.set(mine.field.id, found.ops)
      taken.add(found.ops)
    }
  }
  pair((mine, other) => conceptOf(mine) !== undefined && conceptOf(mine) === conceptOf(other))
  pair((mine, other) => {
    const [one, two] = [conceptOf(mine), conceptOf(other)]
    return mine.field.id === other.field.id && (one === undefined || two === undefined)
  })
  return pairs
}

const paired = new WeakMap<Template, WeakMap<Template, ReadonlyMap<string, FieldOps>>>()

/**
 * Which field of one template asks the same as which of another: of one type and with one concept, or else with one id
 * where their concepts do not say otherwise. Read the other way it is the same, so that what is moved can be moved back.
 */
export function sameFields(from: Template, to: Template): ReadonlyMap<string, FieldOps> {
  const known = paired.get(from) ?? new WeakMap<Template, ReadonlyMap<string, FieldOps>>()
  paired.set(from, known)
  const pairs = known.get(to) ?? pairUp(from, to)
  known.set(to, pairs)
  return pairs
}

const isSame = (one: TemplateRef, other: TemplateRef) => one.id === other.id && one.version === other.version

/** An answer, or a part of one, without a place in the new template, as it is kept. */
export function asideOf({ template, scope }: ReadNote, id: string, answer: Json): SetAside {
  const entry = templateIndex(template).byId.get(id)
  const label = entry?.ops?.field.label ?? { sv: id || '–', en: id || '–' }
  const said = entry?.ops ? entry.ops.say(answer, scope) : stored(answer)
  return {
    template: { id: template.id, version: template.version },
    title: template.title,
    label,
    text: shortText(said ?? stored(answer)),
    answers: { [id]: answer },
  }
}

/**
 * Moves a note to another template. An answer goes to the field that asks the same, with the options that exist in both;
 * the rest is set aside, and what was set aside before gets a place again where the new template has one. Nothing that was
 * written is lost, and a note that is moved back says what it said. `find` gives the template of what was set aside.
 */
export function moveNote(
  read: ReadNote,
  to: Template,
  find: (ref: TemplateRef) => Template | undefined,
): Moved {
  const { note, template } = read
  const answers = new Map<string, Json>()
  const setAside: SetAside[] = []
  const same = sameFields(template, to)

  for (const [id, answer] of Object.entries(note.answers)) {
    if (!saysSomething(answer)) continue
    const place = same.get(id)
    const { taken, left } = place?.take(answer) ?? { left: answer }
    if (place && taken !== undefined) answers.set(place.field.id, taken)
    if (left !== undefined) setAside.push(asideOf(read, id, left))
  }

  for (const aside of note.setAside ?? []) {
    const back = placeAgain(aside, to, find(aside.template), answers)
    if (!back) setAside.push(aside)
  }

  const follow = <T extends { readonly field: FieldId }>(one: T): T => {
    const place = same.get(one.field)
    return place && answers.has(place.field.id) ? { ...one, field: place.field.id } : one
  }
  const inOrder = templateIndex(to).entries.flatMap(({ field }) => (answers.has(field.id) ? [field.id] : []))
  return {
    answers: Object.fromEntries(answers),
    setAside,
    objections: (note.objections ?? []).map(follow),
    takenOver: (note.takenOver ?? []).map(follow),
    followed: inOrder,
  }
}

/** Puts what was set aside where the new template asks the same. False where it has no place, or not for all of it. */
export function placeAgain(
  { answers: kept }: SetAside,
  to: Template,
  from: Template | undefined,
  answers: Map<string, Json>,
): boolean {
  const [id, answer] = Object.entries(kept)[0] ?? []
  if (id === undefined || answer === undefined || from === undefined) return false
  const place = from.id === to.id ? templateIndex(to).byId.get(id)?.ops : sameFields(from, to).get(id)
  if (!place) return false
  // At home it is as it was, of its field's form or not.
  const { taken, left } = isSame(from, to) ? { taken: answer } : place.take(answer)
  const joined =
    taken === undefined || left !== undefined ? undefined : place.join(answers.get(place.field.id), taken)
  if (joined === undefined) return false
  answers.set(place.field.id, joined)
  return true
}

/** What is set aside as a member of a note: left out where there is nothing. */
export function setAsideMember(setAside: readonly SetAside[]): Pick<Note, 'setAside'> {
  return setAside.length === 0 ? {} : { setAside: [...setAside] }
}

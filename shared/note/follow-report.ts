import { dequal } from 'dequal/lite'
import type { FieldId } from '../fields/base.ts'
import { shortText } from '../fields/said.ts'
import { templateIndex } from '../template/template.ts'
import type { Localized } from '../text/index.ts'
import type { Following } from './follow.ts'
import type { SetAside } from './note.ts'
import { turnedPlaces } from './places.ts'
import type { ReadNote } from './read-note.ts'

/** An answer that will stand elsewhere, or say something else, with what it says before and after. */
export interface CarriedAnswer {
  readonly field: FieldId
  readonly from: readonly Localized[]
  readonly to: Localized
  readonly before: string
  readonly after: string
}

/** What following does to a note, field by field and in words. */
export interface FollowReport {
  /** Answers that say what they said, in another field. */
  readonly moved: readonly CarriedAnswer[]
  /** The same answers, which the later version says in other words. */
  readonly reworded: readonly CarriedAnswer[]
  /** Answers that are others, or were several. */
  readonly changed: readonly CarriedAnswer[]
  /** What finds no place: kept with the note, and shown. */
  readonly noPlace: readonly SetAside[]
  /** Answers that the later version shows only when something else has been answered: kept, and in no export until then. */
  readonly hidden: readonly Localized[]
  /** How many answers stay as they are. */
  readonly same: number
}

/** What a note says of a field, in words. */
function saidOf({ template, note, scope }: ReadNote, id: FieldId): { label: Localized; text: string } {
  const ops = templateIndex(template).byId.get(id)?.ops
  if (!ops) return { label: { sv: id, en: id }, text: '' }
  return { label: ops.field.label, text: shortText(ops.say(note.answers[id], scope)) }
}

/** What following does to a note, from how it is read before and after. */
export function followReport(before: ReadNote, { followed, read }: Following): FollowReport {
  const origins = turnedPlaces(followed.places)
  const answered = templateIndex(read.template).entries.flatMap(({ field }) =>
    Object.hasOwn(followed.answers, field.id) ? [field.id] : [],
  )
  const carried = answered.map((field): CarriedAnswer => {
    const fields = origins.get(field) ?? []
    const said = fields.map((id) => saidOf(before, id))
    const { label, text: after } = saidOf(read, field)
    return {
      field,
      from: said.map((one) => one.label),
      to: label,
      before: said.map(({ text }) => text).join('\n'),
      after,
    }
  })
  const stays = ({ field }: CarriedAnswer) => origins.get(field)?.includes(field) === true
  const isSame = (one: CarriedAnswer) => one.before === one.after && one.from.length === 1
  const isStored = ({ field }: CarriedAnswer) => {
    const [only, ...more] = origins.get(field) ?? []
    return (
      only !== undefined && more.length === 0 && dequal(before.note.answers[only], followed.answers[field])
    )
  }
  const known = new Set(before.note.setAside)
  return {
    moved: carried.filter((one) => isSame(one) && !stays(one)),
    reworded: carried.filter((one) => !isSame(one) && isStored(one)),
    changed: carried.filter((one) => !isSame(one) && !isStored(one)),
    hidden: carried
      .filter(({ field }) => !read.visible(field) && (origins.get(field) ?? []).some(before.visible))
      .map(({ to }) => to),
    noPlace: followed.setAside.filter((aside) => !known.has(aside)),
    same: carried.filter((one) => isSame(one) && stays(one)).length,
  }
}

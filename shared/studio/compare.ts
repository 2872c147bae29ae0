// Two versions of a template, and what differs between them: which parts are new, gone or moved, and what is changed in the rest.
import { type FieldEntry, type Section, type Template, templateIndex } from '../template/template.ts'
import type { Localized } from '../text/index.ts'
import { betweenMembers, type Compared, type MemberChange, partItself } from './compare-members.ts'
import { movedAmong } from './order.ts'

/** A part of a template: itself, a section of it, or a field. */
export interface TemplatePart {
  readonly kind: 'template' | 'section' | 'field'
  readonly id: string
  readonly name: Localized
}

/** What has become of a part as a whole. */
export type PartChange =
  | { readonly change: 'added'; readonly to?: Localized }
  | { readonly change: 'removed'; readonly from?: Localized }
  | { readonly change: 'moved'; readonly from?: Localized; readonly to?: Localized }

/** A part in which something differs. */
export interface PartDifference {
  readonly part: TemplatePart
  /** That it is new, gone or in another place. */
  readonly whole?: PartChange
  /** What is changed in it. */
  readonly members: readonly MemberChange[]
}

const OF_TEMPLATE = ['$schema', 'format', 'id', 'version', 'sections']

const asSection = ({ id, title }: Section): TemplatePart => ({ kind: 'section', id, name: title })
const asField = ({ field }: FieldEntry): TemplatePart => ({
  kind: 'field',
  id: field.id,
  name: field.label ?? { sv: field.id, en: field.id },
})

function betweenTemplates(of: Compared): PartDifference {
  const { id, title } = of.after
  const part: TemplatePart = { kind: 'template', id, name: title }
  return { part, members: betweenMembers(of, partItself, of.before, of.after, OF_TEMPLATE) }
}

function betweenSections(of: Compared): PartDifference[] {
  const before = new Map(of.before.sections.map((section) => [section.id, section]))
  const after = new Map(of.after.sections.map((section) => [section.id, section]))
  const moved = movedAmong([...before.keys()], [...after.keys()])
  const gone = of.before.sections.filter(({ id }) => !after.has(id))
  return [
    ...of.after.sections.map((section): PartDifference => {
      const was = before.get(section.id)
      const part = asSection(section)
      if (was === undefined) return { part, whole: { change: 'added' }, members: [] }
      const members = betweenMembers(of, partItself, was, section, ['id', 'fields'])
      return { part, ...(moved.has(section.id) ? { whole: { change: 'moved' } } : {}), members }
    }),
    ...gone.map(
      (section): PartDifference => ({ part: asSection(section), whole: { change: 'removed' }, members: [] }),
    ),
  ]
}

/** Where a field has gone, if anywhere: to another section, or to another place among the fields of its own. */
function moveOf(was: FieldEntry, is: FieldEntry, moved: ReadonlySet<string>): PartChange | undefined {
  if (was.section.id !== is.section.id)
    return { change: 'moved', from: was.section.title, to: is.section.title }
  return moved.has(is.field.id) ? { change: 'moved', to: is.section.title } : undefined
}

/** The fields that have another place among those of their own section that stayed in it. */
function movedWithin(of: Compared): Set<string> {
  const order = ({ sections }: Template, id: string) =>
    sections.find((section) => section.id === id)?.fields.map((field) => field.id) ?? []
  return new Set(
    of.after.sections.flatMap(({ id }) => [...movedAmong(order(of.before, id), order(of.after, id))]),
  )
}

function betweenFields(of: Compared): PartDifference[] {
  const before = templateIndex(of.before)
  const after = templateIndex(of.after)
  const moved = movedWithin(of)
  const gone = before.entries.filter(({ field }) => !after.byId.has(field.id))
  return [
    ...after.entries.map((is): PartDifference => {
      const was = before.byId.get(is.field.id)
      const part = asField(is)
      if (was === undefined) return { part, whole: { change: 'added', to: is.section.title }, members: [] }
      const whole = moveOf(was, is, moved)
      const members = betweenMembers(of, partItself, was.field, is.field, ['id'])
      return { part, ...(whole === undefined ? {} : { whole }), members }
    }),
    ...gone.map(
      (was): PartDifference => ({
        part: asField(was),
        whole: { change: 'removed', from: was.section.title },
        members: [],
      }),
    ),
  ]
}

/**
 * What differs between two versions of a template, part by part: the template itself, its sections and its fields in the order of
 * the later one, those that are gone last. A part that says the same in the same place is not told of.
 */
export function compareTemplates(before: Template, after: Template): PartDifference[] {
  const of = { before, after }
  return [betweenTemplates(of), ...betweenSections(of), ...betweenFields(of)].filter(
    ({ whole, members }) => whole !== undefined || members.length > 0,
  )
}

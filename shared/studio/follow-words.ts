// A step by which older answers come over, in words, for whoever reads what differs between two versions.
import { columnId, fieldsMadeBy, takenBy } from '../template/follow-shapes.ts'
import type { FollowStep } from '../template/follow-steps.ts'
import { type Template, templateIndex } from '../template/template.ts'
import { localized } from '../text/index.ts'
import { inBoth, joinedTexts, type Localized } from '../text/localized.ts'

/** A field, or a column as `group/column`, by what the first of the templates that has it calls it; by its id where none has. */
function nameIn(templates: readonly Template[], id: string): Localized {
  const [field = id, column] = id.split('/')
  const found = templates.map((template) => templateIndex(template).byId.get(field)?.field)
  const name = found.find((each) => each?.label !== undefined)?.label ?? inBoth(field)
  if (column === undefined) return name
  const columns = found.flatMap((each) => (each?.type === 'group' ? each.fields : []))
  return joinedTexts([name, columns.find((each) => each.id === column)?.label ?? inBoth(column)], ' › ')
}

/** The fields and columns that parts of a step are of; a group that stands beside a column of its own is said by that. */
const named = (ids: readonly string[]): Set<string> =>
  new Set(ids.filter((id) => !ids.some((other) => other.startsWith(columnId(id, '')))))

/** What a step does with which fields: `Mål → Syfte (flyttar till ett annat fält)`. */
export function stepWords(
  { before, after }: { readonly before: Template; readonly after: Template },
  step: FollowStep,
): Localized {
  const taken = takenBy(step).map(({ id }) => id)
  const made = fieldsMadeBy(step, () => undefined).map(([{ id }]) => id)
  const from = Array.from(named(taken), (id) => nameIn([before, after], id))
  const to = [...named(made)].filter((id) => !taken.includes(id)).map((id) => nameIn([after, before], id))
  const fields = [from, to].filter((names) => names.length > 0).map((names) => joinedTexts(names, ' + '))
  return localized('publish.compare.step', {
    fields: joinedTexts(fields, ' → '),
    does: localized(`lists.followStep.${step.do}`),
  })
}

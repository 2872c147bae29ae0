import { dequal } from 'dequal/lite'
import { toJson } from '../../fields/json.ts'
import type { Template } from '../../template/template.ts'
import type { ReportEntry } from '../report.ts'
import type { Item, Questionnaire } from './questionnaire.ts'
import { plainQuestionnaire } from './to-questionnaire.ts'
import { OWN_MEMBER } from './urls.ts'

const isOurs = ({ extension = [] }: Item) => extension.some(({ url }) => url.startsWith(OWN_MEMBER))

/** What FHIR says of an item that our own extensions may say too. */
const said = ({ type, repeats, required, enableWhen, enableBehavior }: Item) =>
  toJson({ type, repeats, required, enableWhen, enableBehavior })

/**
 * Items of a form of ours that another program has changed since, in what our extensions say as well: they are what is read,
 * so that the change is lost, and told. `template` is what was read.
 */
export function changedSince(form: Questionnaire, template: Template): ReportEntry[] {
  const differing = (given: readonly Item[], written: readonly Item[]): ReportEntry[] =>
    given.flatMap((item) => {
      const own = written.find(({ linkId }) => linkId === item.linkId)
      if (own === undefined) return []
      const told: ReportEntry[] =
        isOurs(item) && !dequal(said(item), said(own))
          ? [{ key: 'interchange.in.changedSince', path: item.linkId }]
          : []
      return [...told, ...differing(item.item ?? [], own.item ?? [])]
    })
  return differing(form.item, plainQuestionnaire(template).item)
}

import type { Way } from '../../../../shared/guide/way.ts'
import type { Template } from '../../../../shared/template/template.ts'
import { translate } from '../../../../shared/text/index.ts'
import { rank } from '../../../workbench/palette/rank.ts'

/** Whether the query is a whole word of what a template is called, and not only how one begins. */
function isCalled(query: string, names: string): boolean {
  const words = names.toLocaleLowerCase('sv').split(/[^\p{L}\p{N}]+/u)
  return words.includes(query.trim().toLocaleLowerCase('sv'))
}

/**
 * The templates that hold every word of the query in their name, in what people call them, in their kind or in what they
 * say of themselves, the most telling first. What is called just that goes before what only begins so: "plan" is the
 * employer's plan and not planering. All of them, in the way's order, where nothing is asked for.
 */
export function findTemplates(way: Way, query: string): Template[] {
  const findable = way.templates.map((template) => {
    const { title, summary, kind } = template
    const kinds = [translate('sv', `lists.kind.${kind}`), translate('en', `lists.kind.${kind}`)]
    const names = way.words(template).join(' ')
    return {
      template,
      called: isCalled(query, `${title.sv} ${names} ${title.en}`),
      texts: [title.sv, names, title.en, kinds.join(' '), summary.sv, summary.en],
    }
  })
  return rank(query, findable)
    .toSorted((a, b) => Number(b.called) - Number(a.called))
    .map(({ template }) => template)
}

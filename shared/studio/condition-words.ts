import type { Condition } from '../fields/condition.ts'
import { type Template, templateIndex } from '../template/template.ts'
import { isTextKey, localized } from '../text/index.ts'
import { inBoth, type Localized } from '../text/localized.ts'

function joined(parts: readonly Localized[], word: 'and' | 'or'): Localized {
  const { sv, en } = localized(`publish.condition.${word}`)
  return {
    sv: parts.map((part) => part.sv).join(` ${sv} `),
    en: parts.map((part) => part.en).join(` ${en} `),
  }
}

/** The label of a field's option, or the value as it is written. */
function valueWords(template: Template, field: string, value: string | number): Localized {
  const found = templateIndex(template).byId.get(field)?.field
  const options = found !== undefined && 'options' in found ? found.options : []
  return options.find((option) => option.value === value)?.label ?? inBoth(String(value))
}

function factWords(value: string | number): Localized {
  const key = `lists.employment.${value}`
  return isTextKey(key) ? localized(key) : inBoth(String(value))
}

/** A condition of a template in words: `Mål är Annat arbete och ärendets dag är mer än 90`. */
export function conditionWords(template: Template, condition: Condition): Localized {
  const within = (part: Condition): Localized => {
    const words = conditionWords(template, part)
    return 'all' in part || 'any' in part ? { sv: `(${words.sv})`, en: `(${words.en})` } : words
  }
  if ('all' in condition) return joined(condition.all.map(within), 'and')
  if ('any' in condition) return joined(condition.any.map(within), 'or')
  if ('not' in condition) return localized('publish.condition.not', { condition: within(condition.not) })
  if ('fact' in condition) {
    const { fact, op, value } = condition
    const what = localized(`lists.caseFact.${fact}`)
    return localized(`publish.condition.${op}`, { what, value: factWords(value) })
  }
  const { field, op, value } = condition
  const named = templateIndex(template).byId.get(field)?.field
  const what = named !== undefined && 'label' in named ? (named.label ?? inBoth(field)) : inBoth(field)
  const asked = value === undefined ? inBoth('…') : valueWords(template, field, value)
  return localized(`publish.condition.${op}`, { what, value: asked })
}

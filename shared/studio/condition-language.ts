import type { Operator } from '../fields/condition.ts'
import type { Language } from '../text/index.ts'

/** The words of a written condition in one language. Where several words are one, they are in the order they are written. */
export interface ConditionLanguage {
  all: string
  any: string
  not: string
  /** Before brackets around a single part: `alla (…)`. */
  allOf: string
  anyOf: string
  /** What asks of a field whether it says anything. */
  answered: readonly string[]
  unanswered: readonly string[]
  operators: Readonly<Record<Operator, readonly string[]>>
}

export const conditionLanguage: Readonly<Record<Language, ConditionLanguage>> = {
  sv: {
    all: 'och',
    any: 'eller',
    not: 'inte',
    allOf: 'alla',
    anyOf: 'någon',
    answered: ['är', 'besvarat'],
    unanswered: ['är', 'obesvarat'],
    operators: {
      is: ['är'],
      'is-not': ['är', 'inte'],
      includes: ['innehåller'],
      less: ['mindre', 'än'],
      greater: ['större', 'än'],
    },
  },
  en: {
    all: 'and',
    any: 'or',
    not: 'not',
    allOf: 'all',
    anyOf: 'any',
    answered: ['is', 'answered'],
    unanswered: ['is', 'unanswered'],
    operators: {
      is: ['is'],
      'is-not': ['is', 'not'],
      includes: ['includes'],
      less: ['less', 'than'],
      greater: ['greater', 'than'],
    },
  },
}

/** Every word that means something in a language, and so is no name of a field unless it stands within quotes. */
export function reservedWords(language: Language): ReadonlySet<string> {
  const { operators, answered, unanswered, all, any, not, allOf, anyOf } = conditionLanguage[language]
  return new Set([
    all,
    any,
    not,
    allOf,
    anyOf,
    ...answered,
    ...unanswered,
    ...Object.values(operators).flat(),
  ])
}

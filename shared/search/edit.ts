import type { Language } from '../text/index.ts'
import { type SearchChoiceId, searchChoices } from './fields.ts'
import { parseSearch, type SearchSpan } from './parse.ts'

/** The text without its parts from one place to another, and with single blanks where they stood. */
function without(text: string, spans: readonly SearchSpan[]): string {
  let rest = text
  for (const { from, to } of spans.toSorted((a, b) => b.from - a.from))
    rest = `${rest.slice(0, from).trimEnd()} ${rest.slice(to).trimStart()}`
  return rest.trim()
}

/** A search as it is written, without one of its filters, counted from the first. All else stays as it was written. */
export function withoutFilter(text: string, index: number): string {
  const span = parseSearch(text).filterSpans[index]
  return span === undefined ? text : without(text, [span])
}

/** A search as it is written, with another choice of how it is read; the usual choice is not written. */
export function withChoice(text: string, id: SearchChoiceId, isUsual: boolean, language: Language): string {
  const rest = without(
    text,
    parseSearch(text).choiceSpans.filter(({ choice }) => choice === id),
  )
  if (isUsual) return rest
  const { name, values } = searchChoices[id]
  const [sv, en] = 'relevance' in values ? values.relevance : values.yes
  return `${rest} ${name[language]}:${language === 'sv' ? sv : en}`.trim()
}

/** A search as it is written, with a part of it in other words. */
export const withInstead = (text: string, { from, to }: SearchSpan, words: string): string =>
  text.slice(0, from) + words + text.slice(to)

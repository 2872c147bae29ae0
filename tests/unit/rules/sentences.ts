import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { documentKindSchema } from '../../../shared/case/kinds.ts'

/**
 * Texts of one sort, with why they are wrong or not. In a text of R2, `[` and `]` stand around each wrong word. Those
 * that were `seen` while a rule was tuned are all to learn from.
 */
const ofR1 = z.strictObject({
  column: z.enum(['performer', 'performer-of-chosen-kind', 'description']),
  wrong: z.boolean(),
  why: z.string(),
  seen: z.literal(true).optional(),
  texts: z.array(z.string()),
})
const ofR2 = ofR1.omit({ column: true, wrong: true }).extend({ in: documentKindSchema })

/** Texts of the rules that say of a text only whether it is wrong; for R14 also where it stands and what is wrong. */
const ofWords = ofR1.omit({ column: true }).extend({
  in: z.enum(['fragor', 'anteckning']).optional(),
  reads: z.enum(['order', 'assessment']).optional(),
})

function read<T>(rule: string, schema: z.ZodType<T>): T[] {
  const text = readFileSync(`tests/fixtures/rules/sentences-${rule}.json`, 'utf8')
  return z.array(schema).parse(JSON.parse(text))
}
export const sentencesOfR1 = () => read('r1', ofR1)
export const sentencesOfR2 = () => read('r2', ofR2)
export type Sentences = z.infer<typeof ofWords>
export const sentencesOf = (rule: string): Sentences[] => read(rule.toLowerCase(), ofWords)

/**
 * The thirds of a list: one to learn from, one whose figures are looked at, one kept out of sight of whoever tunes
 * the rules. A text falls where its own letters put it, so adding one moves no other.
 */
export const thirds = ['learn', 'check', 'hidden'] as const
export type Third = (typeof thirds)[number]
export function thirdOf(text: string, seen = false): Third {
  if (seen) return 'learn'
  const [first = 0] = createHash('sha256').update(text.normalize('NFC')).digest()
  return thirds[first % 3] ?? 'learn'
}

/** A text without its marks, and where the marked words stand. */
export function unmarked(marked: string): { text: string; wrong: { start: number; end: number }[] } {
  const wrong: { start: number; end: number }[] = []
  let text = ''
  for (const piece of marked.normalize('NFC').split(/(\[[^\]]*\])/)) {
    const inside = piece.startsWith('[') ? piece.slice(1, -1) : piece
    if (inside !== piece) wrong.push({ start: text.length, end: text.length + inside.length })
    text += inside
  }
  return { text, wrong }
}

/** How a rule read one text: which of the wrong places it found, and which of its findings were right. */
export interface Outcome {
  text: string
  third: Third
  wrong: number
  found: number
  flagged: number
  right: number
}

/** Found: of what is wrong, how much was found. Right: of what was flagged, how much is wrong indeed. */
export function figures(outcomes: readonly Outcome[], third: Third) {
  const sum = (of: (outcome: Outcome) => number) =>
    outcomes.reduce((total, outcome) => (outcome.third === third ? total + of(outcome) : total), 0)
  const near = outcomes.filter((outcome) => outcome.third === third && outcome.wrong === 0)
  return {
    wrong: sum(({ wrong }) => wrong),
    found: sum(({ found }) => found),
    flagged: sum(({ flagged }) => flagged),
    right: sum(({ right }) => right),
    near: near.length,
    alarms: near.filter(({ flagged }) => flagged > 0).length,
  }
}

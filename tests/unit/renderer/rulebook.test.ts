import { describe, expect, test } from 'vitest'
import { timesSpoken, toldRules } from '../../../renderer/features/rules/rules-of.ts'
import { ruleText } from '../../../renderer/features/rules/use-rules.ts'
import { caseIdSchema } from '../../../shared/case/ids.ts'
import { protectsRecord, rules } from '../../../shared/rules/index.ts'
import { isTextKey, type Language, translate } from '../../../shared/text/index.ts'

const [one, two] = ['01', '02'].map((end) => caseIdSchema.parse(`7b0c8f2e-52c1-4f5e-9d36-0d7a4d1c8a${end}`))
const none = { error: 0, warning: 0, info: 0 }
const attention = (caseId: typeof one, counts: Record<string, number>) =>
  caseId === undefined ? [] : [{ caseId, problems: none, late: [], rules: counts }]
const told = (rulesOff?: string[]) =>
  toldRules(rules, { rulesOff }, [...attention(one, { R6: 1, R4: 2 }), ...attention(two, { R4: 3 })])
const rule = (id: string, rulesOff?: string[]) => told(rulesOff).find((each) => each.id === id)

describe('Regler', () => {
  test('tells every rule once, in number order', () => {
    const ids = told().map(({ id }) => Number(id.slice(1)))
    expect(ids).toEqual([...new Set(rules.map(({ id }) => Number(id.slice(1))))])
    expect(ids).toEqual(ids.toSorted((a, b) => a - b))
  })

  test('counts how often a rule speaks, the case that it speaks most in first', () => {
    const consent = rule('R4')
    expect(consent?.spoken.map(({ count }) => count)).toEqual([3, 2])
    expect(consent && timesSpoken(consent)).toBe(5)
    expect(rule('R1')?.spoken).toEqual([])
  })

  test('says that a rule is turned off, and of one that protects the record that its errors are not', () => {
    expect(rule('R6')?.state).toBe('on')
    expect(rule('R6', ['R6'])?.state).toBe('off')
    expect(rule('R1', ['R1'])?.state).toBe('errors')
    for (const { id, protects } of told()) expect(protects).toBe(protectsRecord(id))
  })

  test.each(told().map(({ id }) => id))('%s says what it asks and why, in both languages', (id) => {
    const title = `sources.rule.${id}`
    expect(isTextKey(title)).toBe(true)
    for (const language of ['sv', 'en'] satisfies Language[])
      for (const part of ['what', 'why'] as const)
        expect(ruleText((key, ...params) => translate(language, key, ...params), id, part)).toMatch(/\.$/)
  })
})

import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { schemas } from '../../../scripts/schemas.ts'
import { shipped, shippedTemplates } from '../rules/bundles.ts'
import { ruleBundle, ruleBundleText, ruleCases } from '../rules/rule-pack.ts'

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

function objectIn(file: string): object {
  const value = read(file)
  if (typeof value !== 'object' || value === null) throw new Error(`${file} holds no object`)
  return value
}

/** Formats (date, uuid) are told by patterns beside them; the validator needs no package for them. */
function validator(file: string) {
  return new Ajv2020({ validateFormats: false, allErrors: true, allowUnionTypes: true }).compile(
    objectIn(file),
  )
}

test.each([...schemas()])('%s is what zod says today (npm run schemas writes it)', (file, text) => {
  expect(readFileSync(file, 'utf8')).toBe(text)
})

describe('the template schema', () => {
  const validate = validator('templates/mall.schema.json')
  test.each(shippedTemplates)('takes the shipped template %s', (name) => {
    validate(read(`templates/${name}.json`))
    expect(validate.errors).toBeNull()
  })
  test('refuses a member nobody knows and a condition that is none', () => {
    const template = shipped('planering')
    expect(validate({ ...template, labell: 1 })).toBe(false)
    const [section] = template.sections
    expect(
      validate({ ...template, sections: [{ ...section, visibleWhen: { field: 'mal', op: 'har' } }] }),
    ).toBe(false)
  })
})

describe('the case bundle schema', () => {
  const validate = validator('schemas/arende.schema.json')
  test.each(ruleCases)('takes the case %s', (key) => {
    validate(JSON.parse(ruleBundleText(key)))
    expect(validate.errors).toBeNull()
  })
  test('refuses another version and an actor nobody knows', () => {
    const bundle = ruleBundle('r04-ratt')
    expect(validate({ ...bundle, version: 2 })).toBe(false)
    const consents = [{ actor: 'forsakringskassan', consent: 'ja' }]
    expect(validate({ ...bundle, case: { ...bundle.case, consents } })).toBe(false)
  })
})

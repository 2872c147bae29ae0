import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseTemplate } from '../../../shared/template/load.ts'
import { sourceTexts } from '../../../shared/template/sources.ts'

test('a reference is told by the name of its document and its lines', () => {
  expect(sourceTexts('000:274-277; 003:579-582', 'sv')).toEqual([
    'Försäkringskassans svar om arbetsgivarens plan, FK 2025/000536, rad 274–277',
    'Försäkringskassans rapport om stöd för återgång i arbete, FK 2021-000350, rad 579–582',
  ])
})

test('every source that a shipped template names is a document we know', () => {
  for (const file of readdirSync('templates').filter((name) => !name.includes('schema'))) {
    const parsed = parseTemplate(file, readFileSync(`templates/${file}`, 'utf8'))
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message)
    for (const field of parsed.template.sections.flatMap((section) => section.fields)) {
      if (field.type === 'info' || field.demand.basis === 'eget-val') continue
      for (const text of sourceTexts(field.demand.source, 'sv')) expect(text).toMatch(/, rad \d/)
    }
  }
})

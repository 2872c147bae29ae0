// `npm run schemas`: writes the JSON Schemas that editors complete from, generated from zod.
// usage: node scripts/schemas.ts
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { guideSchema } from '../shared/guide/guide.ts'
import { phraseFileSchema } from '../shared/guide/phrases.ts'
import { bundleSchema } from '../shared/note/bundle.ts'
import { policiesFileSchema } from '../shared/policy/policies.ts'
import { templateSchema } from '../shared/template/template.ts'
import { packSchema } from '../shared/training/pack.ts'
import { tourSchema } from '../shared/training/tour.ts'
import { root } from './run.ts'

function schemaText(schema: z.ZodType, title: string): string {
  const generated = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
    reused: 'ref',
    // Answers say of themselves that they are an object.
    unrepresentable: 'any',
  })
  return `${JSON.stringify({ title, ...generated }, null, 2)}\n`
}

/** The generated schemas by file, as the repository should have them. */
export function schemas(): ReadonlyMap<string, string> {
  return new Map([
    ['templates/mall.schema.json', schemaText(templateSchema, 'Klarlagt: mall')],
    ['templates/guide/vagval.schema.json', schemaText(guideSchema, 'Klarlagt: vägval')],
    ['templates/phrases/fraser.schema.json', schemaText(phraseFileSchema, 'Klarlagt: fraser')],
    ['templates/tours/rundtur.schema.json', schemaText(tourSchema, 'Klarlagt: rundtur')],
    ['templates/demo/demopaket.schema.json', schemaText(packSchema, 'Klarlagt: demopaket')],
    ['schemas/arende.schema.json', schemaText(bundleSchema, 'Klarlagt: ärende (case bundle)')],
    ['schemas/policies.schema.json', schemaText(policiesFileSchema, 'Klarlagt: policies.json')],
  ])
}

if (import.meta.main) {
  for (const [file, text] of schemas()) {
    writeFileSync(join(root, file), text)
    console.log(`${file}: ${text.length} characters`)
  }
}

// What we export, shown by somebody else's reader: LHC-Forms of the U.S. National Library of Medicine, on a page of its own
// that nothing but the test answers.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { loadTemplates } from '../../main/core/templates.ts'
import { lformsFolder } from '../../scripts/lforms.ts'
import { addDays } from '../../shared/case/dates.ts'
import { holdsAnswer } from '../../shared/fields/index.ts'
import { responseOf } from '../../shared/interchange/fhir/note-as-response.ts'
import { questionnaireOf } from '../../shared/interchange/fhir/template-as-questionnaire.ts'
import type { Answers } from '../../shared/note/answers.ts'
import { readNote } from '../../shared/note/read-note.ts'
import type { Template } from '../../shared/template/template.ts'
import { context, draft, templateOf } from '../unit/check/sample.ts'
import { referredId } from '../unit/fields/samples.ts'
import { claimsOf } from '../unit/interchange/claims.ts'
import { fillings } from '../unit/template/fill.ts'

declare const LForms: {
  FHIR: {
    R5: {
      fhirpath: {
        evaluate: (data: object, expression: string, environment: object, model: object) => unknown[]
      }
      fhirpathModel: object
    }
  }
  Util: {
    addFormToPage: (form: object, container: string, options: object) => Promise<void>
    convertFHIRQuestionnaireToLForms: (form: object, version: string) => object
    mergeFHIRDataIntoLForms: (kind: string, data: object, form: object, version: string) => object
    getFormFHIRData: (kind: string, version: string) => object
  }
}

const address = 'http://lforms.test/'
const scripts = [
  'webcomponent/assets/lib/zone.min.js',
  'webcomponent/lhc-forms.js',
  'fhir/R5/lformsFHIR.min.js',
]
const html = `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>LHC-Forms</title></head><body>
<div id="form"></div>${scripts.map((path) => `<script src="/${path}"></script>`).join('')}</body></html>`

/** A page with the reader on it. Whatever else it asks for is refused. */
async function reader(page: Page): Promise<void> {
  await page.route('**/*', async (route) => {
    const { origin, pathname } = new URL(route.request().url())
    if (`${origin}${pathname}` === address) return route.fulfill({ contentType: 'text/html', body: html })
    const path = join(lformsFolder, pathname)
    return origin === new URL(address).origin && existsSync(path) ? route.fulfill({ path }) : route.abort()
  })
  await page.goto(address)
}

const show = (page: Page, template: Template) =>
  page.evaluate(
    (form) => LForms.Util.addFormToPage(form, 'form', { fhirVersion: 'R5' }),
    questionnaireOf(template).value,
  )

const templates = loadTemplates('templates')
const newest = (id: string): Template => {
  const found = templates.newest(id)
  if (found === undefined) throw new Error(`No template ${id} ships.`)
  return found
}

/** The label of a question, by its link id; the first of those that repeat. */
const label = (page: Page, id: string) => page.locator(`[id="label-${id}/1/1"]`)

test('shows every field of every template that is always shown, and marks the obligatory @web-only', async ({
  page,
}) => {
  await reader(page)
  for (const template of templates.all) {
    await test.step(`${template.id}, version ${template.version}`, async () => {
      await show(page, template)
      for (const section of template.sections) {
        if (section.visibleWhen !== undefined) continue
        for (const field of section.fields) {
          if (!holdsAnswer(field) || field.visibleWhen !== undefined) continue
          await expect(label(page, field.id)).toContainText(field.label.sv)
          const marked = label(page, field.id).locator('.lhc-required')
          await expect(marked).toHaveCount(field.obligation === 'obligatorisk' ? 1 : 0)
        }
      }
    })
  }
})

test('shows a question once what it follows on is answered so @web-only', async ({ page }) => {
  await reader(page)
  await show(page, newest('planering'))
  await expect(label(page, 'samrad')).toBeVisible()
  await expect(label(page, 'inget-samrad-skal')).toHaveCount(0)
  await page
    .getByRole('radiogroup', { name: /i samråd med/ })
    .getByText('No', { exact: true })
    .click()
  await expect(label(page, 'inget-samrad-skal')).toBeVisible()
  await page
    .getByRole('radiogroup', { name: /i samråd med/ })
    .getByText('Yes', { exact: true })
    .click()
  await expect(label(page, 'inget-samrad-skal')).toHaveCount(0)
})

const words = (text: string) => ({ sv: text, en: text })
const kinds = [
  { value: 'a', label: words('Ett') },
  { value: 'b', label: words('Två') },
]
/** All that an expression says, and FHIR's own conditions do not. */
const expressed = templateOf([
  { id: 'tal', type: 'number' },
  { id: 'val', type: 'choices', options: kinds },
  { id: 'rader', type: 'insatser' },
  { id: 'ingen-rad', type: 'text', visibleWhen: { not: { field: 'rader', op: 'answered' } } },
  {
    id: 'lange',
    type: 'text',
    visibleWhen: {
      any: [{ fact: 'dag', op: 'greater', value: 300 }, { not: { field: 'tal', op: 'less', value: 5 } }],
    },
  },
  { id: 'anstalld', type: 'text', visibleWhen: { fact: 'anstallning', op: 'is', value: 'anstalld' } },
  { id: 'arbetslos', type: 'text', visibleWhen: { fact: 'anstallning', op: 'is', value: 'arbetslos' } },
  {
    id: 'krav',
    type: 'text',
    obligatoryWhen: {
      all: [
        { fact: 'omfattning', op: 'is', value: 100 },
        { field: 'val', op: 'includes', value: 'b' },
      ],
    },
  },
  {
    id: 'dag',
    type: 'date',
    min: { relativeTo: 'first-sick-day', days: 90 },
    max: { relativeTo: 'today', days: -14 },
  },
])
const filled: Answers[] = [
  {},
  { tal: '7', val: { values: ['b'] } },
  {
    tal: '3',
    val: { values: ['a', 'b'] },
    krav: 'Ja',
    rader: [{ id: 'rad-1', what: 'Ring', status: 'planerad' }],
  },
]

test('works out by expressions what our own conditions say of the same note @web-only', async ({ page }) => {
  await page.clock.setFixedTime(`${context.today}T12:00:00`)
  await reader(page)
  const around = { context, referred: () => referredId }
  const notes = [
    ...filled.map((answers) => claimsOf(expressed, answers)),
    ...templates.all.flatMap((template) =>
      fillings(template, around).map(({ answers }) => claimsOf(template, answers)),
    ),
  ]
  const given = await page.evaluate(
    (all) =>
      all.map(({ response, claims }) =>
        claims.map(({ expression }) =>
          LForms.FHIR.R5.fhirpath
            .evaluate(response, expression, { resource: response }, LForms.FHIR.R5.fhirpathModel)
            .map(String)
            .join(),
        ),
      ),
    notes,
  )
  const told = notes.flatMap(({ claims }, note) =>
    claims.map(({ about, expected }, index) => ({
      about,
      expected: String(expected),
      given: given[note]?.[index],
    })),
  )
  expect(told.filter(({ expected, given: found }) => expected !== found)).toEqual([])
  expect(told.map(({ expected }) => expected)).toEqual(
    expect.arrayContaining([
      'true',
      'false',
      addDays(context.case.firstSickDay, 90),
      addDays(context.today, -14),
    ]),
  )
})

test('reads a note back as it was answered @web-only', async ({ page }) => {
  const template = newest('planering')
  const answers = {
    samrad: 'nej',
    'inget-samrad-skal': 'Den försäkrade har inte kunnat nås.',
    mal: { value: 'annat-arbete-hos-arbetsgivaren' },
    datum: '2026-03-02',
  }
  const note = readNote(draft(template, answers), context)
  await reader(page)
  const forms = [questionnaireOf(template).value, responseOf(note).value] as const
  const read = await page.evaluate(async ([form, response]) => {
    const blank = LForms.Util.convertFHIRQuestionnaireToLForms(form, 'R5')
    const filled = LForms.Util.mergeFHIRDataIntoLForms('QuestionnaireResponse', response, blank, 'R5')
    await LForms.Util.addFormToPage(filled, 'form', { fhirVersion: 'R5' })
    return JSON.stringify(LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R5'))
  }, forms)
  expect(read).toContain('"valueString":"Den försäkrade har inte kunnat nås."')
  expect(read).toContain('"valueDate":"2026-03-02"')
  expect(read).toContain('"valueBoolean":false')
  expect(read).toContain('"code":"annat-arbete-hos-arbetsgivaren"')
})

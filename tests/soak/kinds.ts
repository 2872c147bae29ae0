// What must hold of every file, however it came to be: it is taken, and then all that is done with it can be done; or it
// is refused in words. Anything else that is thrown is a fault of ours.
import { globSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { bundleFindings } from '../../main/core/bundle-problems.ts'
import { parseBundle } from '../../main/core/import-bundle.ts'
import { BundleRefused } from '../../main/core/refusals.ts'
import { loadTemplates } from '../../main/core/templates.ts'
import { keptPreferences, readWindowState } from '../../main/electron/window-state.ts'
import { isoDateSchema } from '../../shared/case/dates.ts'
import { readJson } from '../../shared/file/json-text.ts'
import {
  MAX_QUESTIONNAIRE_CHARS,
  templateOfQuestionnaire,
} from '../../shared/interchange/fhir/questionnaire-as-template.ts'
import { questionnaireOf } from '../../shared/interchange/fhir/template-as-questionnaire.ts'
import { type Conversion, type ReportEntry, reportText } from '../../shared/interchange/report.ts'
import { templateOfXlsForm } from '../../shared/interchange/xlsform/xlsform-as-template.ts'
import { renderText } from '../../shared/journal/text.ts'
import { toJournalEntry } from '../../shared/journal/to-entry.ts'
import { analyse, checkCase } from '../../shared/rules/index.ts'
import { MAX_TEMPLATE_CHARS, parseTemplate } from '../../shared/template/load.ts'
import type { Template } from '../../shared/template/template.ts'
import { messageText } from '../../shared/text/index.ts'
import { handoutEntry } from '../../shared/training/handout.ts'
import { readPack } from '../../shared/training/load.ts'
import { packProblems, packSentences } from '../../shared/training/refused.ts'
import { ruleBundle, ruleBundleText, ruleCases } from '../unit/rules/rule-pack.ts'

export type Outcome = 'taken' | 'refused'

export interface Kind {
  readonly name: string
  /** The texts that are changed. */
  readonly texts: readonly string[]
  /** Takes or refuses a text. Throws where we are at fault. */
  readonly read: (text: string) => Outcome
}

const today = isoDateSchema.parse('2026-06-03')
const templates = loadTemplates('templates')
const sample = ruleBundle('r02-fel')
const alone = { case: sample.case, others: [], today, language: 'sv' } as const
const read = (pattern: string) => globSync(pattern).map((path) => readFileSync(path, 'utf8'))

/** A refusal says something to the reader, in both languages. */
function inWords(sentences: readonly string[]): Outcome {
  if (
    sentences.length === 0 ||
    sentences.some((sentence) => sentence.length < 10 || /undefined|\{\w+\}/.test(sentence))
  )
    throw new Error(`Refused without words: ${JSON.stringify(sentences)}`)
  return 'refused'
}

function readTemplate(text: string): Outcome {
  const parsed = parseTemplate('mall.json', text)
  if (!parsed.ok) return inWords(parsed.problems.map(({ message }) => message))
  // Notes of other templates, so that answers stand under fields of another type too.
  for (const note of sample.notes)
    renderText(toJournalEntry(analyse({ note, template: parsed.template }, alone)))
  return 'taken'
}

/** An entry of a report as a sentence, without what it quotes of the form, which may hold braces of its own. */
function ownWords({ params = {}, ...entry }: ReportEntry): string {
  const own: NonNullable<ReportEntry['params']> = {}
  for (const [name, value] of Object.entries(params)) own[name] = typeof value === 'string' ? '…' : value
  return reportText('sv', { ...entry, params: own })
}

/** What was read is a template that the loader takes, and its report says something. */
function readForm(form: Conversion<Template>): Outcome {
  if (!form.ok) return inWords(form.problems.map(ownWords))
  const told = form.report.map(ownWords)
  if (told.length > 0) inWords(told)
  if (readTemplate(JSON.stringify(form.value)) === 'refused')
    throw new Error(`Not taken by the loader: ${JSON.stringify(form.value)}`)
  return 'taken'
}

/** A pack that is taken can be printed: its cases on their days, its notes, scenes, exercises and their answers. */
function readPackText(text: string): Outcome {
  const read = readPack({ ok: true, value: text }, templates.all)
  if (!read.ok) {
    const problems = packProblems(read.causes)
    return inWords([
      ...packSentences('paket.json', problems, 'sv'),
      ...packSentences('pack.json', problems, 'en'),
    ])
  }
  const asked = { templates: templates.all, today, language: 'sv', audience: 'trainer' } as const
  renderText(handoutEntry(read.pack, asked))
  return 'taken'
}

const sheetsSchema = z.object({
  survey: z.array(z.array(z.string())),
  choices: z.array(z.array(z.string())).optional(),
})

/** Sheets as the reader of spreadsheets hands them on: cells of text, whatever they say. */
function readSheetsOf(text: string): Outcome {
  const read = readJson(text, MAX_TEMPLATE_CHARS)
  const sheets = sheetsSchema.safeParse(read.ok ? read.value : undefined)
  return sheets.success ? readForm(templateOfXlsForm(sheets.data)) : 'refused'
}

function readBundle(text: string): Outcome {
  try {
    const bundle = parseBundle(text)
    bundleFindings(bundle.notes, templates)
    const notes = bundle.notes.flatMap((note) => {
      const template = templates.find(note.template)
      return template === undefined ? [] : [{ note, template }]
    })
    const context = { case: bundle.case, today, language: 'sv' } as const
    for (const subject of notes) {
      const others = notes.filter((other) => other !== subject)
      renderText(toJournalEntry(analyse(subject, { ...context, others })))
    }
    checkCase({ ...context, others: notes })
    return 'taken'
  } catch (error) {
    if (!(error instanceof BundleRefused)) throw error
    return inWords(error.problems.map(({ message }) => messageText('sv', message)))
  }
}

const folder = mkdtempSync(join(tmpdir(), 'klarlagt-soak-'))

function readKeptFiles(text: string): Outcome {
  for (const file of ['window-state.json', 'preferences.json']) writeFileSync(join(folder, file), text)
  const { width } = readWindowState(folder)
  keptPreferences(folder)
  return width === 1280 ? 'refused' : 'taken'
}

const xlsForm = JSON.stringify({
  survey: [
    ['type', 'name', 'label', 'label::English (en)', 'required', 'relevant', 'constraint', 'hint'],
    ['begin group', 'halsa', 'Hälsa', 'Health', '', '', '', ''],
    ['select_one yn', 'besvar', 'Besvär?', 'Any trouble?', 'yes', '', '', 'Kort'],
    ['integer', 'timmar', 'Timmar', 'Hours', '', "selected($[besvar], 'yes')", '. >= 0 and . <= 40', ''],
    ['begin repeat', 'insatser', 'Insatser', '', '', '$[timmar] > 5 or not($[besvar] = "no")', '', ''],
    ['text', 'vad', 'Vad', 'What', '', '', 'string-length(.) <= 40', ''],
    ['select_multiple yn or_other', 'hur', 'Hur', '', '', "$[vad] != ''", '', ''],
    ['end repeat', '', '', '', '', '', '', ''],
    ['end group', '', '', '', '', '', '', ''],
    ['date', 'nar', 'När', 'When', '', '', '. <= today()', ''],
  ].map((row) =>
    row.map((cell) => cell.replaceAll(/\$\[(\w+)\]/g, (_, name: string) => ['$', '{', name, '}'].join(''))),
  ),
  choices: [
    ['list_name', 'name', 'label'],
    ['yn', 'yes', 'Ja'],
    ['yn', 'no', 'Nej'],
  ],
})

export const kinds: readonly Kind[] = [
  {
    name: 'template',
    texts: read('templates/*.json').filter((text) => text.includes('klarlagt/mall"')),
    read: readTemplate,
  },
  {
    name: 'FHIR Questionnaire',
    texts: templates.all.map((template) => JSON.stringify(questionnaireOf(template).value)),
    read: (text) => {
      const json = readJson(text, MAX_QUESTIONNAIRE_CHARS)
      return json.ok ? readForm(templateOfQuestionnaire(json.value)) : 'refused'
    },
  },
  { name: 'XLSForm', texts: [xlsForm], read: readSheetsOf },
  {
    name: 'demo pack',
    texts: read('templates/demo/!(*.schema).json'),
    read: readPackText,
  },
  { name: 'bundle', texts: ruleCases.map(ruleBundleText), read: readBundle },
  {
    name: 'layout and settings',
    texts: [
      '{"width":1300,"height":800,"x":10,"y":10,"maximized":false}',
      '{"theme":"dark","language":"en","density":"projector"}',
    ],
    read: readKeptFiles,
  },
]

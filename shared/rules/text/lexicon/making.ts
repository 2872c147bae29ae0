import { isNearly } from '../spelling.ts'

/** A form of a verb by which somebody makes a plan. */
export interface Making {
  /** "upprättas", "upprättad": who makes it is said by "av", if at all. */
  voice: 'active' | 'passive'
  form: 'infinitive' | 'finite' | 'supine'
  /** The verb means making only with one of these: "ta fram", "lägga upp". */
  particles?: readonly string[]
  /** With one of these it means something else: "skriva under", "skriva in". */
  not?: readonly string[]
  /** Whether it takes a plan that is there already: only a plan for return is then meant for sure. */
  revises?: boolean
}

/** Verbs of the first conjugation by their stem in -a: "upprätta", "upprättar", "upprättade", "upprättat". */
const regular: readonly (readonly [stem: string, more?: Pick<Making, 'particles' | 'not' | 'revises'>])[] = [
  ['upprätta'],
  ['utforma'],
  ['utarbeta'],
  ['skapa'],
  ['formulera'],
  ['författa'],
  ['konstruera'],
  ['ordna'],
  ['fixa'],
  ['påbörja'],
  ['etablera'],
  ['designa'],
  ['skissa'],
  ['snickra'],
  ['knåpa'],
  ['spika'],
  ['plita'],
  ['producera'],
  ['arbeta', { particles: ['fram', 'ut'] }],
  ['jobba', { particles: ['fram', 'ihop'] }],
  ['rita'],
  ['besluta', { particles: ['om'] }],
  ['revidera', { revises: true }],
  ['uppdatera', { revises: true }],
  ['justera', { revises: true }],
  ['omarbeta', { revises: true }],
]

interface Irregular extends Pick<Making, 'particles' | 'not' | 'revises'> {
  infinitive: string
  finite: string
  supine: string
  passive: string
}
const irregular: readonly Irregular[] = [
  {
    infinitive: 'göra',
    finite: 'gör gjorde',
    supine: 'gjort gjor gjrt gjot gort',
    passive: 'göras görs gjordes gjorts gjord gjorda',
  },
  {
    infinitive: 'skriva',
    finite: 'skriver skrev skriv',
    supine: 'skrivit',
    passive: 'skrivas skrivs skrevs skrivits skriven skrivet skrivna',
    not: ['in', 'av', 'under', 'ut', 'till'],
  },
  {
    infinitive: 'ta taga',
    finite: 'tar tog',
    supine: 'tagit',
    passive: 'tas togs tagits tagen tagna',
    particles: ['fram'],
  },
  {
    infinitive: 'framta',
    finite: 'framtar framtog',
    supine: 'framtagit',
    passive: 'framtas framtogs framtagits framtagen framtaget framtagna',
  },
  {
    infinitive: 'lägga',
    finite: 'lägger lade la lägg',
    supine: 'lagt',
    passive: 'läggas läggs lades lagts lagd lagda',
    particles: ['upp', 'fast'],
  },
  { infinitive: '', finite: '', supine: '', passive: 'upplagd upplagt fastlagd fastlagt fastlagts' },
  {
    infinitive: 'sätta',
    finite: 'sätter satte sätt',
    supine: 'satt',
    passive: 'sättas sätts sattes satts',
    particles: ['ihop', 'upp', 'samman'],
  },
  {
    infinitive: 'ställa',
    finite: 'ställer ställde',
    supine: 'ställt',
    passive: 'ställas ställs ställdes ställts ställd',
    particles: ['samman', 'ihop'],
  },
  {
    infinitive: 'sammanställa',
    finite: 'sammanställer sammanställde',
    supine: 'sammanställt',
    passive: 'sammanställas sammanställs sammanställdes sammanställts sammanställd',
  },
  {
    infinitive: 'färdigställa',
    finite: 'färdigställer färdigställde',
    supine: 'färdigställt',
    passive: 'färdigställas färdigställs färdigställdes färdigställts färdigställd',
  },
  {
    infinitive: 'fastställa',
    finite: 'fastställer fastställde',
    supine: 'fastställt',
    passive: 'fastställas fastställs fastställdes fastställts fastställd',
  },
  {
    infinitive: 'dra',
    finite: 'drar drog',
    supine: 'dragit',
    passive: 'dras drogs dragits',
    particles: ['upp'],
  },
  {
    infinitive: 'bygga',
    finite: 'bygger byggde',
    supine: 'byggt',
    passive: 'byggs byggdes byggts',
    particles: ['upp', 'ihop'],
  },
  {
    infinitive: 'få',
    finite: 'får fick',
    supine: 'fått',
    passive: '',
    particles: ['ihop', 'till', 'klart', 'klar'],
  },
  {
    infinitive: 'komma',
    finite: 'kommer kom',
    supine: 'kommit',
    passive: '',
    particles: ['överens', 'fram'],
  },
  { infinitive: '', finite: 'tänkte', supine: 'tänkt', passive: '', particles: ['ut'] },
  { infinitive: 'enas', finite: 'enades', supine: 'enats', passive: '' },
  { infinitive: 'bestämma', finite: 'bestämmer bestämde', supine: 'bestämt', passive: 'bestämdes bestämts' },
]

const forms = new Map<string, Making>()
for (const [stem, more] of regular) {
  const add = (form: Making['form'], voice: Making['voice'], ...texts: string[]) => {
    for (const text of texts) forms.set(text, { voice, form, ...more })
  }
  add('infinitive', 'active', stem)
  add('finite', 'active', `${stem}r`, `${stem}de`)
  add('supine', 'active', `${stem}t`)
  add('finite', 'passive', `${stem}s`, `${stem}des`)
  add('supine', 'passive', `${stem}ts`, `${stem}d`)
}
for (const { infinitive, finite, supine, passive, ...more } of irregular) {
  const add = (form: Making['form'], voice: Making['voice'], texts: string) => {
    for (const text of texts.split(' ')) if (text !== '') forms.set(text, { voice, form, ...more })
  }
  add('infinitive', 'active', infinitive)
  add('finite', 'active', finite)
  add('supine', 'active', supine)
  add('supine', 'passive', passive)
}

/** Forms long enough to be known though misspelt, by their first letter. */
const long = new Map<string, (readonly [form: string, Making])[]>()
for (const [form, making] of forms) {
  if (!/^(?:upprätt|utform|utarbet|formuler|färdigst|sammanst)/.test(form)) continue
  const [first = ''] = form
  long.set(first, [...(long.get(first) ?? []), [form, making]])
}

/** What a word says of making; "uprättat" and "hargjort" are read as what they were meant to be. */
export function makingOf(text: string): Making | undefined {
  const known = forms.get(text) ?? (text.startsWith('har') ? forms.get(text.slice(3)) : undefined)
  if (known || text.length < 7 || text.length > 18) return known
  return long.get(text.charAt(0))?.find(([form]) => isNearly(text, form, 1))?.[1]
}

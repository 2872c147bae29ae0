import { caseSchema } from '../../../shared/case/case.ts'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import type { NoteContext, NoteWithTemplate } from '../../../shared/note/context.ts'
import { draftNoteSchema } from '../../../shared/note/note.ts'
import { checkNote } from '../../../shared/rules/index.ts'
import { parseTemplate } from '../../../shared/template/load.ts'
import type { Template } from '../../../shared/template/template.ts'

const words = (text: string) => ({ sv: text, en: text })

/** What every small template of a test says of itself. */
export const smallTemplate = {
  format: 'klarlagt/mall',
  id: 'prov',
  version: 1,
  kind: 'planering',
  owner: 'forsakringskassan',
  title: words('Prov'),
  summary: words('Prov'),
  whenToUse: words('Prov'),
  legalBasis: [{ provision: '30 kap. 3 § SFB', source: '001:1017-1019' }],
}

type LooseField = { id: string; type: string } & Record<string, unknown>

/** A small template of the given fields, each optional unless it says otherwise. */
export function templateOf(fields: readonly LooseField[], more: Record<string, unknown> = {}): Template {
  const field = (loose: LooseField) =>
    loose.type === 'info'
      ? { label: words(loose.id), ...loose }
      : { label: words(loose.id), obligation: 'frivillig', demand: { basis: 'eget-val' }, ...loose }
  const parsed = parseTemplate(
    'prov.json',
    JSON.stringify({
      ...smallTemplate,
      sections: [{ id: 'allt', title: words('Allt'), fields: fields.map(field) }],
      ...more,
    }),
  )
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'))
  return parsed.template
}

export const context: NoteContext = {
  case: caseSchema.parse({
    id: '7b0c8f2e-52c1-4f5e-9d36-0d7a4d1c8a01',
    number: '26-1187',
    insured: { name: 'Lovisa Berg', personnummer: '18930214-2386' },
    employment: { kind: 'anstalld', employer: { name: 'Viken Trä AB', organisationNumber: '556001-0018' } },
    firstSickDay: '2026-03-02',
    extent: 100,
    expectedLength: 'minst-60-dagar',
    assignedTo: 'Anna Ek',
    persons: [],
    consents: [],
  }),
  today: isoDateSchema.parse('2026-06-03'),
  others: [],
  language: 'sv',
}

/** A draft with these answers. */
export function draft(template: Template, answers: Answers): NoteWithTemplate {
  const note = draftNoteSchema.parse({
    id: '7b0c8f2e-52c1-4f5e-9d36-0d7a4d1c8a02',
    template: { id: template.id, version: template.version },
    kind: template.kind,
    owner: template.owner,
    author: { name: 'Anna Ek', role: 'utredare' },
    createdAt: '2026-06-03T08:00:00Z',
    updatedAt: '2026-06-03T08:00:00Z',
    status: 'utkast',
    answers: {},
  })
  return { template, note: { ...note, answers } }
}

/** The markers of a note's fields, the R-rules' left out. */
export function fieldMarkers(template: Template, answers: Answers, around = context) {
  return checkNote(draft(template, answers), around).filter(({ rule }) => rule.startsWith('falt/'))
}

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { dateAt, timeText } from '../case/dates.ts'
import { formatOrganisationNumber, formatPersonnummer } from '../case/identity.ts'
import type { DocumentKind } from '../case/kinds.ts'
import type { PublicKey, Signature } from '../note/note.ts'
import { eventDateField, type ReadNote } from '../note/read-note.ts'
import { templateIndex } from '../template/template.ts'
import { inLanguage, type Language, type TextKey, translate } from '../text/index.ts'
import { printableLine } from '../text/printable.ts'
import { amendedRows } from './amended.ts'
import type { JournalFoot, JournalHeader, LabelledText } from './entry.ts'
import { userText } from './user-text.ts'

/** An account given by telephone is printed as one, also in a template that has no titles of its own: it is not a written plan. */
function isOralPlan(read: ReadNote): boolean {
  return read.note.kind === 'arbetsgivarens-plan' && read.answer('plan-kanal', 'choice')?.value === 'telefon'
}

function titleOf(read: ReadNote): string {
  const { note, template } = read
  const { language } = read.context
  const fitting = template.titles?.find(({ when }) => read.holds(when))
  if (fitting) return printableLine(inLanguage(language, fitting.title))
  if (note.kind !== 'arbetsgivarens-plan') return printableLine(inLanguage(language, template.title))
  return translate(language, isOralPlan(read) ? 'journal.title.oral' : 'journal.title.plan')
}

function statusText({ note, context: { language } }: ReadNote): string {
  if (note.status === 'utkast') return translate(language, 'lists.status.utkast')
  const { at, by } = note.signature
  return translate(language, 'journal.status.signed', {
    at: timeText(language, at),
    by: userText(language, by),
  })
}

function employerText({ context }: ReadNote): string | undefined {
  const { employment } = context.case
  if (employment.kind !== 'anstalld') return undefined
  const { name, organisationNumber } = employment.employer
  return `${printableLine(name)}, ${formatOrganisationNumber(organisationNumber) ?? organisationNumber}`
}

/**
 * The date of the event by its field's own words ("Uppgifterna kom in"), so that the entry need not say it again; or, where
 * the author gives none, the day the note was begun, labelled as such.
 */
function dateRow(read: ReadNote): LabelledText {
  const { language } = read.context
  const event = eventDateField(read)
  if (event === undefined)
    return { label: translate(language, 'journal.header.begun'), text: dateAt(read.note.createdAt) }
  const { field, date } = event
  return { label: printableLine(inLanguage(language, field.journal?.label ?? field.label)), text: date }
}

/** Who makes what the note is about: the employer its plan, the agency its planering and all else. */
function madeByKey(kind: DocumentKind): TextKey {
  if (kind === 'arbetsgivarens-plan') return 'journal.header.planMadeBy'
  return kind === 'planering' ? 'journal.header.planeringMadeBy' : 'journal.header.madeBy'
}

/** The head of an entry: title, owner, and a row for each thing known of document, case, event and author. */
export function headerOf(read: ReadNote): JournalHeader {
  const { note, template } = read
  const { case: details, language } = read.context
  const { insured } = details
  const owner = translate(language, `lists.owner.${note.owner}`)
  const law = template.legalBasis
    .filter(({ when }) => when === undefined || read.holds(when))
    .map(({ provision }) => provision)
    .join('; ')
  const number = formatPersonnummer(insured.personnummer) ?? insured.personnummer
  const row = (key: TextKey, text: string | undefined): LabelledText[] =>
    text === undefined || text === '' ? [] : [{ label: translate(language, key), text }]
  return {
    title: titleOf(read),
    // The note is the agency's own: the employer's word alone at its top would read as the sender's.
    owner: note.kind === 'arbetsgivarens-plan' ? translate(language, 'journal.header.aboutPlan') : owner,
    caseNumber: printableLine(details.number),
    rows: [
      ...row('journal.header.about', translate(language, `lists.kind.${note.kind}`)),
      ...row(madeByKey(note.kind), owner),
      ...row('journal.header.legalBasis', printableLine(law)),
      ...row('journal.header.case', printableLine(details.number)),
      ...row('journal.header.insured', `${printableLine(insured.name)}, ${number}`),
      ...row('journal.header.employer', employerText(read)),
      dateRow(read),
      ...row('journal.header.recordedBy', userText(language, note.author)),
      ...row('journal.header.status', statusText(read)),
      ...amendedRows(read),
    ],
  }
}

/**
 * The objections to how rules read the note, by field and who answered when: a check that would have stopped the note was
 * set aside by somebody, and whoever reads the entry or recomputes its digest shall see that. The sentences stand in
 * the entry already. Without objections there is no row.
 */
function objectionRows({ note, template, context: { language } }: ReadNote): LabelledText[] {
  if (!note.objections) return []
  const { byId } = templateIndex(template)
  const texts = note.objections.map(({ rule, field, by, at }) => {
    const label = byId.get(field)?.field.label
    return translate(language, 'journal.foot.objection', {
      rule,
      field: label ? printableLine(inLanguage(language, label)) : field,
      name: printableLine(by.name),
      at: timeText(language, at),
    })
  })
  return [{ label: translate(language, 'journal.foot.objections'), text: [...new Set(texts)].join('; ') }]
}

/** "9f2c 41d0 …": the beginning of the SHA-256 of a public key, to be compared by eye or read aloud. */
function fingerprint(publicKey: PublicKey): string {
  const digest = bytesToHex(sha256(hexToBytes(publicKey)))
  return (digest.slice(0, 32).match(/.{4}/g) ?? []).join(' ')
}

function signedAtText(language: Language, { at, seal }: Signature): string {
  const [, date, time, offset] = /^(.{10})T(.{8}).*?([+-]\d\d:\d\d)$/.exec(seal?.time ?? '') ?? []
  if (date === undefined || time === undefined || offset === undefined) return timeText(language, at)
  return translate(language, 'journal.foot.signedAt.text', { date, time: time.replaceAll(':', '.'), offset })
}

/** The signature block in words: who, in which role, when, which digest after which, and with whose key. */
function signatureRows(language: Language, signature: Signature): LabelledText[] {
  const { by, digest, previous, seal } = signature
  const row = (key: TextKey, text: string): LabelledText => ({ label: translate(language, key), text })
  return [
    row('journal.foot.signedBy', userText(language, by)),
    row('journal.foot.signedAt', signedAtText(language, signature)),
    row('journal.foot.digest', digest),
    row('journal.foot.previous', previous ?? translate(language, 'journal.foot.noPrevious')),
    row('journal.foot.key', seal ? fingerprint(seal.publicKey) : translate(language, 'journal.foot.noKey')),
  ]
}

/**
 * The foot of an entry: what it was written in, which note it is, how its reading was objected to, and the signature with
 * the digest that seals it.
 */
export function footOf(read: ReadNote): JournalFoot {
  const { note, template } = read
  const { language } = read.context
  const unsigned = {
    label: translate(language, 'journal.foot.digest'),
    text: translate(language, 'journal.foot.noDigest'),
  }
  return {
    rows: [
      {
        label: translate(language, 'journal.foot.template'),
        text: translate(language, 'journal.foot.template.text', {
          title: printableLine(inLanguage(language, template.title)),
          id: template.id,
          version: template.version,
        }),
      },
      { label: translate(language, 'journal.foot.noteId'), text: note.id },
      ...objectionRows(read),
      ...(note.status === 'journalford' ? signatureRows(language, note.signature) : [unsigned]),
    ],
  }
}

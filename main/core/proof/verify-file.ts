import { z } from 'zod'
import { caseDetailsSchema } from '../../../shared/case/case.ts'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { caseIdSchema, digestSchema } from '../../../shared/case/ids.ts'
import { MAX_BUNDLE_CHARS } from '../../../shared/case/limits.ts'
import { threadSchema } from '../../../shared/comments/thread.ts'
import { readJson } from '../../../shared/file/json-text.ts'
import { BUNDLE_FORMAT } from '../../../shared/note/bundle.ts'
import { digestHolds } from '../../../shared/note/canonical.ts'
import { type Note, noteSchema } from '../../../shared/note/note.ts'
import { fileText, ownDigest } from '../../../shared/note/own-digest.ts'
import { TEMPLATE_FILE_FORMAT, templateFileSchema } from '../../../shared/studio/publication.ts'
import { languageSchema } from '../../../shared/text/localized.ts'
import { attachedText, pdfDigestHolds } from '../../export/pdf/whole.ts'
import { NOTE_FORMAT } from '../../export/plain.ts'
import { sealHolds } from '../../store/seals.ts'
import { parseBundle } from '../import-bundle.ts'
import { BundleRefused } from '../refusals.ts'
import { templateFileFault } from '../template-file.ts'
import type { Templates } from '../templates.ts'

export const fileFaults = [
  'unknown',
  'unreadable',
  'bytes',
  'no-digest',
  'no-record',
  'record',
  'digest',
  'seal',
  'case',
  'pages',
  'bundle',
  'template',
  'template-digest',
  'template-seal',
] as const
export const fileProofs = ['bytes', 'digest', 'seal', 'chain', 'pages', 'template', 'template-seal'] as const
export const fileRemarks = ['draft', 'no-seal', 'old-format', 'pages-unread'] as const

/** What a file is, what of it holds, what does not, and what cannot be told. */
export interface FileReport {
  what: 'pdf' | 'note' | 'bundle' | 'template' | 'unknown'
  holds: (typeof fileProofs)[number][]
  faults: { kind: (typeof fileFaults)[number]; detail?: string }[]
  remarks: (typeof fileRemarks)[number][]
}

const empty = (what: FileReport['what']): FileReport => ({ what, holds: [], faults: [], remarks: [] })

const noteFileSchema = z.strictObject({
  format: z.literal(NOTE_FORMAT),
  version: z.literal(1),
  case: caseDetailsSchema,
  note: noteSchema,
  shown: z
    .strictObject({ language: languageSchema, today: isoDateSchema, program: z.string(), alone: z.boolean() })
    .optional(),
  /** What has been said about the note, where that was asked for; no part of it. */
  comments: z.array(threadSchema).optional(),
  digest: digestSchema.optional(),
})
type NoteFile = z.infer<typeof noteFileSchema>

/** A note's own digest and seal, and the case that it was signed with. */
function checkNote(report: FileReport, note: Note): void {
  if (note.status === 'utkast') {
    report.remarks.push('draft')
    return
  }
  if (digestHolds(note)) report.holds.push('digest')
  else report.faults.push({ kind: 'digest' })
  if (note.signature.seal === undefined) report.remarks.push('no-seal')
  else if (sealHolds(note)) report.holds.push('seal')
  else report.faults.push({ kind: 'seal' })
}

/** Whether a text is to the byte what was written of its data. Files from before had no digest of their own. */
function checkText(report: FileReport, text: string, data: object): void {
  const digest = 'digest' in data ? data.digest : undefined
  if (digest === undefined) report.remarks.push('old-format')
  else if (digest === ownDigest(data) && text === fileText(data)) report.holds.push('bytes')
  else report.faults.push({ kind: 'bytes' })
}

function noteFileOf(report: FileReport, text: string, data: object): NoteFile | undefined {
  const parsed = noteFileSchema.safeParse(data)
  if (!parsed.success) {
    const detail = parsed.error.issues[0]?.path.join('.') ?? ''
    report.faults.push({ kind: 'record', detail })
    return undefined
  }
  checkText(report, text, data)
  checkNote(report, parsed.data.note)
  const { note } = parsed.data
  const signedWith = note.status === 'journalford' ? note.signature.case : parsed.data.case
  if (fileText(signedWith) !== fileText(parsed.data.case)) report.faults.push({ kind: 'case' })
  return parsed.data
}

function bundleReport(text: string, data: object): FileReport {
  const report = empty('bundle')
  checkText(report, text, data)
  try {
    const { notes } = parseBundle(text)
    const signed = notes.filter(({ status }) => status === 'journalford')
    if (signed.length > 0) report.holds.push('digest', 'chain')
    if (signed.some((note) => note.status === 'journalford' && note.signature.seal)) report.holds.push('seal')
    if (signed.some((note) => note.status === 'journalford' && !note.signature.seal))
      report.remarks.push('no-seal')
    if (signed.length < notes.length) report.remarks.push('draft')
  } catch (error) {
    if (!(error instanceof BundleRefused)) throw error
    report.faults.push(...error.problems.map(({ path }) => ({ kind: 'bundle' as const, detail: path })))
  }
  return report
}

function templateReport(text: string, data: object): FileReport {
  const report = empty('template')
  const file = templateFileSchema.safeParse(data)
  if (!file.success) {
    const detail = file.error.issues[0]?.path.join('.') ?? ''
    return { ...report, faults: [{ kind: 'template', detail }] }
  }
  const fault = templateFileFault(file.data)
  if (text === fileText(data)) report.holds.push('bytes')
  else report.faults.push({ kind: 'bytes' })
  if (fault !== 'digest') report.holds.push('template')
  if (fault === undefined) report.holds.push('template-seal')
  else report.faults.push({ kind: fault === 'digest' ? 'template-digest' : 'template-seal' })
  return report
}

const anyCase = caseIdSchema.parse('00000000-0000-4000-8000-000000000000')

/** Makes the pages again from the record that the file carries, and compares them to the byte. */
async function checkPages(
  report: FileReport,
  bytes: Uint8Array,
  { note, case: details, shown }: NoteFile,
  templates: Templates,
  program: string,
): Promise<void> {
  const template = templates.find(note.template)
  if (shown === undefined || !shown.alone || shown.program !== program || template === undefined) {
    report.remarks.push('pages-unread')
    return
  }
  const { exportNote } = await import('../../export/index.ts')
  const context = {
    case: { id: anyCase, ...details },
    others: [],
    language: shown.language,
    today: shown.today,
  }
  const again = await exportNote({ note, template }, context, 'pdf')
  if (Buffer.compare(again.bytes, bytes) === 0) report.holds.push('pages')
  else report.faults.push({ kind: 'pages' })
}

async function pdfReport(bytes: Uint8Array, templates: Templates, program: string): Promise<FileReport> {
  const report = empty('pdf')
  const whole = pdfDigestHolds(bytes)
  if (whole === undefined) report.faults.push({ kind: 'no-digest' })
  else if (whole) report.holds.push('bytes')
  else report.faults.push({ kind: 'bytes' })
  const text = attachedText(bytes)
  const read = text === undefined ? undefined : readJson(text, MAX_BUNDLE_CHARS)
  if (text === undefined || !read?.ok || typeof read.value !== 'object' || read.value === null) {
    report.faults.push({ kind: 'no-record' })
    return report
  }
  const inside = empty('note')
  const file = noteFileOf(inside, text, read.value)
  report.faults.push(...inside.faults)
  report.holds.push(...inside.holds.filter((kind) => kind !== 'bytes'))
  report.remarks.push(...inside.remarks)
  // Pages of a file that has been changed are another's; what the record itself says is told all the same.
  if (file && whole) await checkPages(report, bytes, file, templates, program)
  return report
}

const formatSchema = z.looseObject({ format: z.string() })

/**
 * What holds of a file that Klarlagt has written, told by its content: a PDF with the record in it, a note as JSON, a case
 * bundle, or a template. Needs no archive and no secret: the public key that a record is sealed with travels with it.
 */
export async function verifyFile(
  bytes: Uint8Array,
  { templates, program }: { templates: Templates; program: string },
): Promise<FileReport> {
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-')
    return pdfReport(bytes, templates, program)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return { ...empty('unknown'), faults: [{ kind: 'unreadable' }] }
  }
  const read = readJson(text, MAX_BUNDLE_CHARS)
  if (!read.ok) return { ...empty('unknown'), faults: [{ kind: 'unreadable' }] }
  const format = formatSchema.safeParse(read.value).data?.format
  if (typeof read.value !== 'object' || read.value === null)
    return { ...empty('unknown'), faults: [{ kind: 'unknown' }] }
  if (format === BUNDLE_FORMAT) return bundleReport(text, read.value)
  if (format === TEMPLATE_FILE_FORMAT) return templateReport(text, read.value)
  if (format !== NOTE_FORMAT) return { ...empty('unknown'), faults: [{ kind: 'unknown' }] }
  const report = empty('note')
  noteFileOf(report, text, read.value)
  return report
}

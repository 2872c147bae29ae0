import { toJson } from '../../shared/fields/json.ts'
import { questionnaireOf } from '../../shared/interchange/fhir/template-as-questionnaire.ts'
import type { ReportEntry } from '../../shared/interchange/report.ts'
import { recordDigest } from '../../shared/note/canonical.ts'
import { fileText } from '../../shared/note/own-digest.ts'
import type { TemplateFile } from '../../shared/studio/publication.ts'
import {
  type SignerStanding,
  type TemplateFault,
  type TemplateFormat,
  takenFault,
} from '../../shared/studio/published.ts'
import type { Template, TemplateRef } from '../../shared/template/template.ts'
import { transaction } from '../store/db.ts'
import { addToLog } from '../store/log.ts'
import { refusal } from '../store/refusal.ts'
import { readPublicKeys } from '../store/signing-keys.ts'
import { addPublished } from '../store/templates/published.ts'
import { type CoreState, calls, dbOf, openArchiveOf, refuseExport, stampFor } from './calls.ts'
import { isTrusted, renewPublished } from './published-templates.ts'
import { headOf, publishedOf } from './publishing.ts'
import { readTemplateFile } from './template-file.ts'
import { templateSource } from './template-source.ts'
import { pinnedTemplate } from './templates.ts'

/** How well the key of a file is known here. */
function signerOf(state: CoreState, { published: { publicKey } }: TemplateFile): SignerStanding {
  const { policies } = state.policies
  if (policies.templateSigners?.includes(publicKey)) return 'named'
  if (readPublicKeys(dbOf(state)).has(publicKey)) return 'own'
  const met = openArchiveOf(state).published.some(({ file }) => file.published.publicKey === publicKey)
  return met ? 'met' : 'unknown'
}

/** Why a template in a file that holds is not taken in: nobody named has signed it, or it does not go with those that are here. */
function faultHere(
  state: CoreState,
  { template, published, digest }: TemplateFile,
): TemplateFault | undefined {
  if (!isTrusted(state.policies.policies, published.publicKey)) return 'signer'
  if (openArchiveOf(state).published.some(({ file }) => file.digest === digest)) return 'known'
  return takenFault(template, state.templates.all)
}

/** A version as a file of a format. NOT_FOUND. */
function fileOf(state: CoreState, ref: TemplateRef, format: TemplateFormat) {
  if (format === 'json') {
    const { file } = publishedOf(state, ref)
    const { digest } = file
    return { text: fileText(file), digest, extension: 'mall.json', mimeType: 'application/json', report: [] }
  }
  const { value, report } = questionnaireOf(pinnedTemplate(state.templates, ref))
  const text = fileText(value)
  return {
    text,
    digest: recordDigest(text),
    extension: 'fhir.json',
    mimeType: 'application/fhir+json',
    report,
  }
}

/** What a file that says it is published is, and whether it is taken in. */
function published(state: CoreState, json: string) {
  const kind = 'published' as const
  const read = readTemplateFile(json)
  if (!read.ok) return { kind, why: read.why }
  const { template, published: about, digest } = read.file
  const why = faultHere(state, read.file)
  return {
    kind,
    file: {
      template: { id: template.id, version: template.version },
      title: template.title,
      published: about,
      digest,
    },
    signer: signerOf(state, read.file),
    ...(why === undefined ? {} : { why }),
  }
}

/** That a form has the id of a template that is here, which keeps it from being published as it stands. */
function taken({ templates }: CoreState, { id, version }: Template): ReportEntry[] {
  const newest = templates.newest(id)?.version ?? 0
  return version > newest
    ? []
    : [{ key: 'interchange.in.taken', params: { id, version: newest + 1 }, path: '' }]
}

/** Templates that pass from one archive to another as files. */
export const templateFileCalls = {
  export: calls.studio.export.handler(({ input: { template, format }, context: { state } }) => {
    const stamp = stampFor(state, 'export')
    refuseExport(state, format)
    const { text, digest, extension, mimeType, report } = fileOf(state, template, format)
    addToLog(dbOf(state), stamp, 'template-exported', { digest })
    const base64 = Buffer.from(text).toString('base64')
    return { fileName: `${template.id}-${template.version}.${extension}`, mimeType, base64, report }
  }),

  inspect: calls.studio.inspect.handler(async ({ input: { base64 }, context: { state } }) => {
    const source = await templateSource(Buffer.from(base64, 'base64'))
    if (source.kind === 'published') return published(state, source.json)
    const { read } = source
    if (!read.ok) return { kind: 'refused' as const, problems: read.problems }
    const { title, version } = read.value
    const report = [...read.report, ...taken(state, read.value)]
    return { kind: 'form' as const, title, version, template: toJson(read.value), report }
  }),

  import: calls.studio.import.handler(({ input: { json }, context: { state, line } }) => {
    const db = dbOf(state)
    const stamp = stampFor(state, 'write-templates')
    const read = readTemplateFile(json)
    if (!read.ok) throw refusal('TEMPLATE_REFUSED', { why: read.why })
    const why = faultHere(state, read.file)
    const { publicKey } = read.file.published
    if (why !== undefined) throw refusal('TEMPLATE_REFUSED', { why, publicKey })
    transaction(db, () => {
      addPublished(db, read.file, stamp)
      addToLog(db, stamp, 'template-imported', { digest: read.file.digest })
    })
    renewPublished(state, line)
    return headOf(state, publishedOf(state, read.file.template))
  }),
}

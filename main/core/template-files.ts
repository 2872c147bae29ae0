import { swedishDate } from '../../shared/case/dates.ts'
import { fileText } from '../../shared/note/own-digest.ts'
import type { TemplateFile } from '../../shared/studio/publication.ts'
import { type SignerStanding, type TemplateFault, takenFault } from '../../shared/studio/published.ts'
import { transaction } from '../store/db.ts'
import { addToLog } from '../store/log.ts'
import { refusal } from '../store/refusal.ts'
import { readPublicKeys } from '../store/signing-keys.ts'
import { addPublished } from '../store/templates/published.ts'
import { type CoreState, calls, dbOf, openArchiveOf, refuseExport, stampFor } from './calls.ts'
import { isTrusted, renewPublished } from './published-templates.ts'
import { headOf, publishedOf } from './publishing.ts'
import { readTemplateFile } from './template-file.ts'

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

/** Templates that pass from one archive to another as files. */
export const templateFileCalls = {
  export: calls.studio.export.handler(({ input: { template }, context: { state } }) => {
    const stamp = stampFor(state, 'export')
    refuseExport(state, 'json')
    const { file } = publishedOf(state, template)
    addToLog(dbOf(state), stamp, 'template-exported', { digest: file.digest })
    return {
      fileName: `${template.id}-${template.version}.mall.json`,
      mimeType: 'application/json',
      base64: Buffer.from(fileText(file)).toString('base64'),
    }
  }),

  inspect: calls.studio.inspect.handler(({ input: { json }, context: { state } }) => {
    const read = readTemplateFile(json)
    if (!read.ok) return { why: read.why }
    const { file } = read
    const { template, published, digest } = file
    const why = faultHere(state, file)
    return {
      file: {
        template: { id: template.id, version: template.version },
        title: template.title,
        published,
        digest,
      },
      signer: signerOf(state, file),
      ...(why === undefined ? {} : { why }),
    }
  }),

  import: calls.studio.import.handler(({ input: { json }, context: { state, line } }) => {
    const db = dbOf(state)
    const stamp = stampFor(state, 'write-templates')
    const read = readTemplateFile(json)
    const why = read.ok ? faultHere(state, read.file) : read.why
    if (!read.ok || why !== undefined) throw refusal('TEMPLATE_REFUSED', { why: why ?? 'unreadable' })
    transaction(db, () => {
      addPublished(db, read.file, stamp)
      addToLog(db, stamp, 'template-imported', { digest: read.file.digest })
    })
    renewPublished(state, line)
    return headOf(publishedOf(state, read.file.template), swedishDate(state.now()))
  }),
}

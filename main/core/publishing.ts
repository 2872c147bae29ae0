import type { IsoDate } from '../../shared/case/dates.ts'
import { recordDigest } from '../../shared/note/canonical.ts'
import type { PublicKey } from '../../shared/note/note.ts'
import {
  canonicalPublication,
  hasCanonicalForm,
  type Publication,
  publicationDigest,
  TEMPLATE_FILE_FORMAT,
} from '../../shared/studio/publication.ts'
import { type PublishedHead, type TemplateFault, templateFault } from '../../shared/studio/published.ts'
import {
  type CopyVerb,
  publishedState,
  type TemplateVerb,
  templateStepRefusal,
  templateSteps,
} from '../../shared/template/life.ts'
import { parseTemplate } from '../../shared/template/load.ts'
import type { Template, TemplateRef } from '../../shared/template/template.ts'
import type { WorkingCopy } from '../../shared/template/working-copy.ts'
import { isSamePerson } from '../../shared/user/user.ts'
import { transaction } from '../store/db.ts'
import { addToLog, type LogAction, type Stamp } from '../store/log.ts'
import { refusal } from '../store/refusal.ts'
import { openSigner, type Signer } from '../store/signing-keys.ts'
import {
  addPublished,
  addWithdrawal,
  draftsOnOlder,
  type PublishedTemplate,
} from '../store/templates/published.ts'
import { copyAt, removeWorkingCopy, stepWorkingCopy, writtenText } from '../store/templates/working-copies.ts'
import { type CoreState, calls, dbOf, openArchiveOf, stampFor, todayIn } from './calls.ts'
import { isTrusted, renewPublished } from './published-templates.ts'
import { ArchiveClosed } from './refusals.ts'
import { pinnedTemplate } from './templates.ts'

/** What the log calls a step of a working copy. */
const logged: Record<CopyVerb, LogAction> = {
  'lamna-in': 'template-submitted',
  'ta-tillbaka': 'template-taken-back',
  aterlamna: 'template-returned',
  godkann: 'template-approved',
}

/** The template that a working copy is, where it holds together as one that is loaded must. */
function templateIn(copy: WorkingCopy): Template | undefined {
  const parsed = parseTemplate('', writtenText(copy))
  return parsed.ok && hasCanonicalForm(parsed.template) ? parsed.template : undefined
}

type Wanted = { readonly verb: TemplateVerb; readonly reason?: string | undefined }

/** Refuses what a working copy's life does not allow to whoever stamps it; gives the template that it is. TEMPLATE_STEP_REFUSED. */
function refuseStep(copy: WorkingCopy, { verb, reason }: Wanted, { by }: Stamp): Template | undefined {
  const template = templateIn(copy)
  const why = templateStepRefusal(verb, {
    state: copy.state,
    hasWritten: copy.writers.some((writer) => isSamePerson(writer, by)),
    isWhole: template !== undefined,
    reason,
  })
  if (why !== undefined) throw refusal('TEMPLATE_STEP_REFUSED', { verb, why })
  return template
}

/** A published version as it is listed. */
export function headOf(
  state: CoreState,
  { file, addedAt, addedBy, withdrawn }: PublishedTemplate,
): PublishedHead {
  const { template, published, digest } = file
  const { id, version } = template
  const before = state.templates.all.filter((one) => one.id === id && one.version < version)
  return {
    template: { id, version },
    ...(before.length === 0 ? {} : { earlier: Math.max(...before.map((one) => one.version)) }),
    title: template.title,
    state: publishedState({ from: published.from, withdrawn }, todayIn(state)),
    published,
    digest,
    addedAt,
    addedBy,
    ...(withdrawn === undefined ? {} : { withdrawn }),
  }
}

/** A version that was published in the open archive. NOT_FOUND. */
export function publishedOf(state: CoreState, { id, version }: TemplateRef): PublishedTemplate {
  const found = openArchiveOf(state).published.find(
    ({ file: { template } }) => template.id === id && template.version === version,
  )
  if (found === undefined) throw refusal('NOT_FOUND', { what: 'template', id: `${id} ${version}` })
  return found
}

interface Wish {
  readonly template: Template
  readonly from: IsoDate
  readonly publicKey: PublicKey
}

/** Why a template is not published here with this key from this day. */
function faultIn(state: CoreState, { template, from, publicKey }: Wish): TemplateFault | undefined {
  if (!isTrusted(state.policies.policies, publicKey)) return 'signer'
  return from < todayIn(state) ? 'past' : templateFault(template, state.templates.all)
}

type Publishing = { readonly copy: WorkingCopy; readonly from: IsoDate }

/** Publishes a reviewed working copy, sealed with the key of whoever does; the copy is gone with that. Part of a transaction. */
function publish(state: CoreState, { copy, from }: Publishing, stamp: Stamp, signer: Signer): Template {
  const db = dbOf(state)
  const template = refuseStep(copy, { verb: 'publicera' }, stamp)
  const { review } = copy
  if (template === undefined || review === undefined)
    throw refusal('TEMPLATE_STEP_REFUSED', { verb: 'publicera', why: 'state' })
  const { publicKey } = signer
  const why = faultIn(state, { template, from, publicKey })
  if (why !== undefined) throw refusal('TEMPLATE_REFUSED', { why, publicKey })
  const { by, at } = stamp
  const publication: Publication = {
    format: TEMPLATE_FILE_FORMAT,
    version: 1,
    template,
    published: { by, at, from, reviewedBy: review.by, publicKey },
  }
  const digest = publicationDigest(publication)
  const seal = signer.seal(canonicalPublication(publication))
  addPublished(db, { ...publication, seal, digest }, stamp)
  removeWorkingCopy(db, copy.id)
  addToLog(db, stamp, 'template-published', { digest })
  return template
}

/** What becomes of a working copy, and of what is published. */
export const publishingCalls = {
  act: calls.studio.act.handler(({ input: { id, baseRevision, verb, reason }, context: { state, line } }) => {
    const db = dbOf(state)
    const stamp = stampFor(state, 'write-templates')
    const copy = transaction(db, () => {
      const current = copyAt(db, id, baseRevision)
      refuseStep(current, { verb, reason }, stamp)
      addToLog(db, stamp, logged[verb], { digest: recordDigest(writtenText(current)) })
      return stepWorkingCopy(db, current, { verb, to: templateSteps[verb].to, reason }, stamp)
    })
    state.changes.publish({ type: 'templates' }, line)
    return copy
  }),

  publish: calls.studio.publish.handler(async ({ input, context: { state, line } }) => {
    const db = dbOf(state)
    const stamp = stampFor(state, 'write-templates')
    const signer = await openSigner(db, stamp, input.code)
    // The archive may have been closed or changed while a code was tried.
    if (dbOf(state) !== db) throw new ArchiveClosed()
    const template = transaction(db, () => {
      const copy = copyAt(db, input.id, input.baseRevision)
      return publish(state, { copy, from: input.from }, stamp, signer)
    })
    renewPublished(state, line)
    return headOf(state, publishedOf(state, template))
  }),

  withdraw: calls.studio.withdraw.handler(({ input: { template, reason }, context: { state, line } }) => {
    const db = dbOf(state)
    const stamp = stampFor(state, 'write-templates')
    transaction(db, () => {
      const found = publishedOf(state, template)
      const { state: standing, digest } = headOf(state, found)
      const situation = { state: standing, hasWritten: false, isWhole: true, reason }
      const why = templateStepRefusal('dra-tillbaka', situation)
      if (why !== undefined) throw refusal('TEMPLATE_STEP_REFUSED', { verb: 'dra-tillbaka', why })
      addWithdrawal(db, digest, reason.trim(), stamp)
      addToLog(db, stamp, 'template-withdrawn', { digest })
    })
    renewPublished(state, line)
    return headOf(state, publishedOf(state, template))
  }),

  version: calls.studio.version.handler(({ input, context: { state } }) =>
    pinnedTemplate(state.templates, input),
  ),

  affected: calls.studio.affected.handler(({ input, context: { state } }) => ({
    drafts: draftsOnOlder(dbOf(state), input),
  })),
}

import { z } from 'zod'
import {
  type Case,
  type CaseDetails,
  caseDetailsSchema,
  caseSchema,
  type Employment,
  type StoredCase,
} from '../../shared/case/case.ts'
import { formatOrganisationNumber, formatPersonnummer } from '../../shared/case/identity.ts'
import { type CaseId, caseIdSchema } from '../../shared/case/ids.ts'
import { sortKey } from '../../shared/case/sort-key.ts'
import { cleanJson, cleanText } from '../../shared/note/answers.ts'
import { BUNDLE_FORMAT, BUNDLE_VERSION, type Bundle } from '../../shared/note/bundle.ts'
import { aroundCase } from '../../shared/note/context.ts'
import { plainNote } from '../../shared/note/note.ts'
import { fileText, withOwnDigest } from '../../shared/note/own-digest.ts'
import { overviewOf } from '../../shared/overview/overview.ts'
import type { CaseSummary } from '../../shared/projection/case-list.ts'
import { readWholeCase } from '../../shared/projection/read-case.ts'
import { readCasePage } from '../store/case-pages.ts'
import { caseWithNumber, findCase, insertCase, readCase, readStoredCase, updateCase } from '../store/cases.ts'
import { type Db, transaction } from '../store/db.ts'
import { addToLog, type Stamp } from '../store/log.ts'
import { readNotesOf, readSummaries } from '../store/read-notes.ts'
import { casePage } from '../store/readers/questions.ts'
import { attentionIn } from './attention.ts'
import {
  type CoreState,
  calls,
  dbOf,
  openArchiveOf,
  reading,
  refuseExport,
  stampFor,
  todayIn,
} from './calls.ts'
import { importReport, insertBundle, parseBundle } from './import-bundle.ts'

function normalizedEmployment(employment: Employment): unknown {
  if (employment.kind !== 'anstalld') return employment
  const { organisationNumber } = employment.employer
  const long = formatOrganisationNumber(organisationNumber) ?? organisationNumber
  return { ...employment, employer: { ...employment.employer, organisationNumber: long } }
}

/** Case details as they are stored: text cleaned, numbers in their long form. */
function normalized(details: CaseDetails): CaseDetails {
  const { insured, employment } = details
  const personnummer = formatPersonnummer(insured.personnummer) ?? insured.personnummer
  const plain: unknown = JSON.parse(
    JSON.stringify({
      ...details,
      insured: { ...insured, personnummer },
      employment: normalizedEmployment(employment),
    }),
  )
  return caseDetailsSchema.parse(cleanJson(z.json().parse(plain)))
}

/** Those of these cases that are there: one may have been disposed of since it was listed. */
const casesThatAre = (db: Db, ids: readonly CaseId[]): CaseSummary[] =>
  ids.filter((id) => findCase(db, id) !== undefined).map((id) => summaryOf(db, id))

/** One case with the summaries of its notes. NOT_FOUND. */
function summaryOf(db: Db, id: CaseId): CaseSummary {
  return { ...readStoredCase(db, id), notes: readSummaries(db, id) }
}

const closedMember = ({ closed }: Pick<CaseDetails, 'closed'>) => (closed === undefined ? {} : { closed })

/** Closes or opens a case, as it stands. */
function changeClosed(
  state: CoreState,
  id: CaseId,
  change: (details: Case) => Case,
  stamp: Stamp,
  line: string,
): StoredCase {
  const db = dbOf(state)
  const { stored, changed } = transaction(db, () => {
    const { case: before, revision } = readStoredCase(db, id)
    return updateCase(db, { details: change(before), baseRevision: revision }, stamp)
  })
  if (changed) state.changes.publish({ type: 'case', id }, line)
  return stored
}

/** The case with its consents and all its notes, oldest first, as a case bundle. NOT_FOUND. */
function bundleOf(db: Db, id: CaseId): Bundle {
  return {
    format: BUNDLE_FORMAT,
    version: BUNDLE_VERSION,
    case: readCase(db, id),
    notes: readNotesOf(db, id).map(plainNote),
  }
}

/** The cases of the open archive. Numbers are kept in their long form and text is cleaned. */
export const cases = {
  list: calls.cases.list.handler(({ input: asked, context: { state }, signal }) => {
    const { user } = openArchiveOf(state)
    const reader = { userId: user.id ?? user.name, key: sortKey(user.name) }
    // By an index it is a moment; words that stand anywhere are looked for through all cases.
    return asked.text.trim() === ''
      ? readCasePage(dbOf(state), { asked, reader })
      : reading(state, casePage, { asked, reader }, signal)
  }),

  numbered: calls.cases.numbered.handler(({ input: { number }, context: { state } }) => {
    const db = dbOf(state)
    const id = caseWithNumber(db, number)
    return id === undefined ? undefined : summaryOf(db, caseIdSchema.parse(id))
  }),

  get: calls.cases.get.handler(({ input: { id }, context: { state } }) => summaryOf(dbOf(state), id)),

  attention: calls.cases.attention.handler(({ input: { today, cases: ids }, context: { state } }) => {
    const db = dbOf(state)
    return attentionIn(state, casesThatAre(db, ids), today)
  }),

  create: calls.cases.create.handler(({ input, context: { state, line } }) => {
    const stamp = stampFor(state, 'write')
    const added = caseSchema.parse({ ...normalized(input), id: state.newId() })
    insertCase(dbOf(state), added, stamp, 'case-created')
    state.changes.publish({ type: 'case', id: added.id }, line)
    return added
  }),

  update: calls.cases.update.handler(({ input: { id, baseRevision, details }, context: { state, line } }) => {
    const stamp = stampFor(state, 'write')
    const db = dbOf(state)
    const { closed: _asked, ...given } = normalized(details)
    const update = { details: { ...given, ...closedMember(readCase(db, id)), id }, baseRevision }
    const { stored, changed } = updateCase(db, update, stamp)
    if (changed) state.changes.publish({ type: 'case', id }, line)
    return stored
  }),

  close: calls.cases.close.handler(({ input: { id, reason }, context: { state, line } }) => {
    const closed = { on: todayIn(state), reason: cleanText(reason) }
    const stamp = stampFor(state, 'write')
    return changeClosed(state, id, (details) => ({ ...details, closed }), stamp, line)
  }),

  reopen: calls.cases.reopen.handler(({ input: { id }, context: { state, line } }) => {
    const stamp = stampFor(state, 'write')
    return changeClosed(state, id, ({ closed: _closed, ...details }) => details, stamp, line)
  }),

  /** The bytes in base64, as the notes stand saved today. */
  exportOverview: calls.cases.exportOverview.handler(async ({ input, context: { state } }) => {
    const { id, format, edition } = input
    const stamp = stampFor(state, 'export')
    refuseExport(state, format)
    const db = dbOf(state)
    const { language = input.language, rulesOff } = state.policies.policies
    const read = readWholeCase({
      case: readCase(db, id),
      ...aroundCase(readNotesOf(db, id), state.templates.all),
      today: todayIn(state),
      language,
      rulesOff,
    })
    addToLog(db, stamp, 'case-exported', { caseId: id })
    const { exportOverview } = await import('../export/index.ts')
    const { fileName, mimeType, bytes } = await exportOverview(overviewOf(read, language), edition, format)
    return { fileName, mimeType, base64: Buffer.from(bytes).toString('base64') }
  }),

  /** The JSON text that `import` reads back the same. */
  dump: calls.cases.dump.handler(({ input: { id }, context: { state } }) => {
    const stamp = stampFor(state, 'export')
    refuseExport(state, 'bundle')
    const db = dbOf(state)
    const text = fileText(withOwnDigest(bundleOf(db, id)))
    addToLog(db, stamp, 'case-exported', { caseId: id })
    return text
  }),

  import: calls.cases.import.handler(({ input: { json }, context: { state, line } }) => {
    const stamp = stampFor(state, 'write')
    const db = dbOf(state)
    const bundle = parseBundle(json)
    transaction(db, () => insertBundle(db, bundle, stamp))
    state.changes.publish({ type: 'case', id: bundle.case.id }, line)
    return importReport(bundle, state.templates)
  }),
}

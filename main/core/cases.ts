import { z } from 'zod'
import type { CaseSummary, ImportReport, NoteSummary } from '../../shared/api/cases.ts'
import {
  type Case,
  type CaseDetails,
  caseDetailsSchema,
  caseSchema,
  type Employment,
} from '../../shared/case/case.ts'
import { formatOrganisationNumber, formatPersonnummer } from '../../shared/case/identity.ts'
import { type CaseId, caseIdSchema } from '../../shared/case/ids.ts'
import { cleanJson } from '../../shared/note/clean.ts'
import { caseWithNumber, insertCase, readCase, readCases, updateCase } from '../store/cases.ts'
import { readSummaries } from '../store/read-notes.ts'
import { dumpCase } from './dump-case.ts'
import { importBundle } from './import-bundle.ts'
import { openArchiveOf, type Session, stampOf } from './session.ts'

export interface CaseService {
  list(): CaseSummary[]
  get(id: CaseId): CaseSummary
  /** The id of the case with this number, or undefined. */
  withNumber(number: string): CaseId | undefined
  create(details: CaseDetails): Case
  update(changed: Case): Case
  dump(id: CaseId): string
  import(json: string): ImportReport
}

const byNumber = new Intl.Collator('sv', { numeric: true })

function normalizedEmployment(employment: Employment): unknown {
  if (employment.kind !== 'anstalld') return employment
  const { organisationNumber } = employment.employer
  const long = formatOrganisationNumber(organisationNumber) ?? organisationNumber
  return { ...employment, employer: { ...employment.employer, organisationNumber: long } }
}

/** Details as they are stored: texts cleaned, numbers in their long form. */
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

/** Cases of the open archive. Numbers are kept in the long form, texts cleaned. */
export function createCaseService(session: Session): CaseService {
  const db = () => openArchiveOf(session).db
  const told = <T extends { id: CaseId }>(written: T): T => {
    session.changes.publish({ type: 'case', id: written.id })
    return written
  }
  return {
    list: () => {
      const notes = Map.groupBy(readSummaries(db()), (note) => note.caseId)
      const none: NoteSummary[] = []
      return readCases(db())
        .map((found) => ({ case: found, notes: notes.get(found.id) ?? none }))
        .toSorted((a, b) => byNumber.compare(a.case.number, b.case.number))
    },
    get: (id) => ({ case: readCase(db(), id), notes: readSummaries(db(), id) }),
    withNumber: (number) => {
      const id = caseWithNumber(db(), number)
      return id === undefined ? undefined : caseIdSchema.parse(id)
    },
    create: (details) => {
      const added = caseSchema.parse({ ...normalized(details), id: session.newId() })
      insertCase(db(), added, stampOf(session), 'case-created')
      return told(added)
    },
    update: ({ id, ...details }) => {
      const changed = { ...normalized(caseDetailsSchema.parse(details)), id }
      updateCase(db(), changed, stampOf(session))
      return told(changed)
    },
    dump: (id) => dumpCase(db(), id),
    import: (json) => {
      const report = importBundle(db(), json, stampOf(session), session.templates)
      session.changes.publish({ type: 'case', id: report.caseId })
      return report
    },
  }
}

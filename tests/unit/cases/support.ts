import type { CaseSummary } from '../../../shared/projection/case-list.ts'
import { caseSummarySchema } from '../../../shared/projection/case-list.ts'

/** The digit that makes nine digits hold (Luhn), as in a personnummer and an organisation number. */
export function checkDigit(nine: string): string {
  const sum = Array.from(nine, (digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return product > 9 ? product - 9 : product
  }).reduce((total, each) => total + each, 0)
  return String((10 - (sum % 10)) % 10)
}

/** An invented person's number: born in the 1890s. */
export const personnummer = `18940215-238${checkDigit('940215238')}`
export const organisationNumber = `556123-456${checkDigit('556123456')}`

const uuid = (kind: 'c' | 'n', serial: number) =>
  `${kind === 'c' ? 'cccccccc' : 'aaaaaaaa'}-0000-4000-8000-${String(serial).padStart(12, '0')}`

type Wanted = Partial<{
  number: string
  name: string
  employer: string
  firstSickDay: string
  assignedTo: string
  /** Who wrote its notes. */
  author: string
  /** When its details were changed last. */
  changed: string
  /** When its notes were made. */
  notes: readonly string[]
}>

/** An invented case. */
export function caseNumbered(serial: number, wanted: Wanted = {}): CaseSummary {
  const id = uuid('c', serial)
  const employment =
    wanted.employer === undefined
      ? { kind: 'arbetslos' }
      : { kind: 'anstalld', employer: { name: wanted.employer, organisationNumber } }
  return caseSummarySchema.parse({
    revision: 1,
    updatedAt: wanted.changed ?? '2026-01-01T10:00:00Z',
    case: {
      id,
      number: wanted.number ?? `26-${serial}`,
      insured: { name: wanted.name ?? 'Lova Berg', personnummer },
      employment,
      firstSickDay: wanted.firstSickDay ?? '2026-01-01',
      extent: 100,
      expectedLength: 'oklart',
      assignedTo: wanted.assignedTo ?? 'Anna Ek',
      persons: [],
      consents: [],
    },
    notes: (wanted.notes ?? []).map((createdAt, index) => ({
      id: uuid('n', serial * 100 + index),
      caseId: id,
      template: { id: 'planering', version: 1 },
      kind: 'planering',
      owner: 'forsakringskassan',
      author: { name: wanted.author ?? 'Anna Ek', role: 'utredare' },
      status: 'utkast',
      createdAt,
      updatedAt: createdAt,
      revision: 1,
    })),
  })
}

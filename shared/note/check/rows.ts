import { parseDate } from '../../case/dates.ts'
import type { Aktivitet, Consent, Insats } from '../../case/rows.ts'
import type { AnswerField } from '../../template/field.ts'
import type { TextKey } from '../../text/index.ts'
import type { Marker } from '../marker.ts'
import { checkDate } from './dates.ts'
import { localized, marker } from './marker.ts'
import { cellPlace, type Place, type Row, removeRow, rowName } from './place.ts'

type RowField<T extends AnswerField['type']> = Extract<AnswerField, { type: T }>

const columns = {
  what: 'rules.kolumn.what',
  kind: 'rules.kolumn.kind',
  performer: 'rules.kolumn.performer',
  from: 'rules.kolumn.from',
  to: 'rules.kolumn.to',
  date: 'rules.kolumn.date',
  followUp: 'rules.kolumn.followUp',
  status: 'rules.kolumn.status',
  missingReason: 'rules.kolumn.missingReason',
  missingComment: 'rules.kolumn.missingComment',
} as const satisfies Record<string, TextKey>

function cell(row: Row, column: keyof typeof columns): Place {
  return cellPlace(row, column, localized(columns[column]))
}

function problem(
  rule: string,
  severity: Marker['severity'],
  key: TextKey,
  place: Place,
  row: Row,
  fixes: Marker['fixes'] = [],
): Marker {
  return marker(rule, severity, [key, { row: rowName(row) }], place.where, { fixes })
}

const blank = (text: string | undefined) => text === undefined || text.trim() === ''

function checkDates(
  values: { [K in 'from' | 'to' | 'date' | 'followUp']?: string | undefined },
  row: Row,
): Marker[] {
  return (['date', 'from', 'to', 'followUp'] as const).flatMap((column) => {
    const text = values[column]
    return text === undefined ? [] : checkDate(text, cell(row, column))
  })
}

function endsBeforeStart({ from, to }: Insats): boolean {
  const [start, end] = [parseDate(from?.trim() ?? ''), parseDate(to?.trim() ?? '')]
  return start !== undefined && end !== undefined && end < start
}

/** Who performs it must be said, unless nobody can yet; "annan" is no answer without a name. */
function lacksPerformer({ performer, status }: Insats): boolean {
  if (status === 'behovs-men-saknas') return false
  return blank(performer?.name) && (performer?.actor === undefined || performer.actor === 'annan')
}

/** One insats (domain.md §5): what, by whom, when, and why where it is needed but missing (000:348-353). */
export function checkInsats(insats: Insats, row: Row, kinds: RowField<'insatser'>['kinds']): Marker[] {
  const found: Marker[] = []
  const add = (
    rule: string,
    severity: Marker['severity'],
    key: TextKey,
    column: keyof typeof columns,
    fixes?: Marker['fixes'],
  ) => found.push(problem(rule, severity, key, cell(row, column), row, fixes))

  if (blank(insats.what)) add('falt/rad-vad', 'error', 'rules.falt.insats-vad', 'what', [removeRow(row)])
  if (insats.kind && kinds && !kinds.includes(insats.kind))
    add('falt/val', 'error', 'rules.falt.rad-slag', 'kind')
  if (lacksPerformer(insats)) add('falt/rad-utforare', 'warning', 'rules.falt.insats-utforare', 'performer')
  found.push(...checkDates(insats, row))
  if (endsBeforeStart(insats)) add('falt/rad-ordning', 'error', 'rules.falt.insats-ordning', 'to')
  if (insats.status === 'behovs-men-saknas') {
    if (insats.missingReason === undefined)
      add('falt/rad-skal', 'error', 'rules.falt.insats-skal', 'missingReason')
    if (insats.missingReason === 'annat' && blank(insats.missingComment))
      add('falt/egna-ord', 'warning', 'rules.falt.insats-skal-annat', 'missingComment')
  }
  return found
}

/** One FK-aktivitet: what or at least its kind, and dates that exist. */
export function checkAktivitet(
  aktivitet: Aktivitet,
  row: Row,
  kinds: RowField<'aktiviteter'>['kinds'],
): Marker[] {
  const { what, kind } = aktivitet
  const found: Marker[] = []
  if (blank(what) && kind === undefined)
    found.push(
      problem('falt/rad-vad', 'error', 'rules.falt.aktivitet-vad', cell(row, 'what'), row, [removeRow(row)]),
    )
  if (kind && kinds && !kinds.includes(kind))
    found.push(problem('falt/val', 'error', 'rules.falt.rad-slag', cell(row, 'kind'), row))
  return [...found, ...checkDates(aktivitet, row)]
}

/** One consent: an answer given has a day, and an actor has one answer. `earlier` are the rows above it. */
export function checkConsent(consent: Consent, row: Row, earlier: readonly Consent[]): Marker[] {
  const place = cell(row, 'date')
  const actor = localized(`lists.actor.${consent.actor}`)
  const found: Marker[] = []
  if (earlier.some((one) => one.actor === consent.actor))
    found.push(
      marker(
        'falt/samtycke-dubbelt',
        'warning',
        ['rules.falt.samtycke-dubbelt', { label: row.field.label, actor }],
        place.where,
        {
          fixes: [removeRow(row)],
        },
      ),
    )
  if (consent.consent === 'ej-fragat') return found
  if (blank(consent.date)) {
    const params = { label: row.field.label, actor }
    return [
      ...found,
      marker('falt/samtycke-datum', 'warning', ['rules.falt.samtycke-datum', params], place.where),
    ]
  }
  return [...found, ...checkDate(consent.date ?? '', place)]
}

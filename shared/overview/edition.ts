import type { CaseInsats } from '../note/case-insatser.ts'
import { employersEdition } from '../rules/employers-edition.ts'
import type { SideRow } from './match.ts'
import type { Overview } from './overview.ts'

/** Who the page is for: the agency, or the employer, who is told no more of somebody's health than they allow. */
export const editions = ['agency', 'employer'] as const
export type Edition = (typeof editions)[number]

/** Kinds of insatser that tell nothing of somebody's health or private life. */
const ofWork: ReadonlySet<string> = new Set(['arbetslivsinriktad', 'arbetsanpassning'])
/** Actors whose part in a case tells of somebody's health or private life, whatever they do. */
const ofHealth: ReadonlySet<string> = new Set(['halso-och-sjukvarden', 'socialtjansten'])

/**
 * Whether the employer may be told of an insats: it is about work, or the employer does it, and neither health care nor
 * social services have part in it. What is not said to be about work is kept back.
 */
function isOfWork({ row: { kind, performer } }: CaseInsats): boolean {
  if (performer?.actor !== undefined && ofHealth.has(performer.actor)) return false
  if (kind !== undefined) return ofWork.has(kind)
  return performer?.actor === 'arbetsgivare'
}

/** An insats without what is written of it in own words but its name: purpose and outcome may tell of health. */
function withoutDetail(insats: CaseInsats): CaseInsats {
  const { purpose: _purpose, outcome: _outcome, missingComment: _comment, missingReason, ...row } = insats.row
  const reason = missingReason === 'medicinskt-hinder' ? undefined : missingReason
  return { ...insats, row: reason === undefined ? row : { ...row, missingReason: reason } }
}

/**
 * The page as the employer may have it (R15): the plan, what concerns work, the days of the sick leave, and the employer's own consent
 * and contacts. Health care's insatser, needs, and what others have said are left out, unless the insured has allowed that
 * medical matters are told.
 */
export function forEmployer(overview: Overview): Overview {
  const may = employersEdition(overview.notes.toReversed())
  const kept = new Map(
    overview.insatser
      .filter((one) => may.allowsMedical || (isOfWork(one) && may.mayTellInsats(one.row)))
      .map((one) => [one, withoutDetail(one)]),
  )
  const keptOf = (insatser: readonly CaseInsats[]) => insatser.flatMap((one) => kept.get(one) ?? [])
  const rowsOf = (rows: readonly SideRow[]) =>
    rows
      .map(({ plan, planering }) => ({
        plan: plan && kept.get(plan),
        planering: planering && kept.get(planering),
      }))
      .filter(({ plan, planering }) => plan !== undefined || planering !== undefined)
  const limits = overview.limits.map((limit) => ({ ...limit, aims: keptOf(limit.aims) }))
  const { timeLine, needs } = overview
  return {
    ...overview,
    insatser: keptOf(overview.insatser),
    sides: rowsOf(overview.sides),
    past: rowsOf(overview.past),
    // What is remarked names other insatser, which may not be the employer's to know of.
    remarks: new Map(),
    limits,
    timeLine: {
      ...timeLine,
      limits,
      bars: timeLine.bars.flatMap((bar) => {
        const insats = kept.get(bar.insats)
        return insats ? [{ ...bar, insats }] : []
      }),
      events: timeLine.events.filter(({ read }) => read.template.kind === 'arbetsgivarens-plan'),
      undated: keptOf(timeLine.undated),
    },
    needs: { ...needs, position: undefined, description: undefined, needs: [], others: [], missing: [] },
    consents: overview.consents.filter(({ actor }) => actor === 'arbetsgivare'),
    contacts: overview.contacts
      .filter(({ row }) => row?.counterpart === 'arbetsgivare' && may.mayTellText(row.what ?? ''))
      .map((contact) => ({ ...contact, outcome: undefined })),
  }
}

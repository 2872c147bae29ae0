import { overlap, spanOf } from '../case/insats-times.ts'
import type { CaseInsats } from '../note/case-insatser.ts'

/** Words that many insatser have in their name, and that make no two of them alike. */
const common: ReadonlySet<string> = new Set([
  'arbete',
  'arbetet',
  'arbetsplatsen',
  'arbetsgivaren',
  'efter',
  'eller',
  'enligt',
  'försäkrade',
  'första',
  'genom',
  'gånger',
  'hos',
  'insats',
  'insatser',
  'med',
  'månad',
  'månader',
  'och',
  'samt',
  'som',
  'till',
  'timmar',
  'under',
  'varje',
  'vecka',
  'veckan',
  'veckor',
  'vid',
])

/** The shortest beginning that two words must share to be taken for the same. */
const HEAD = 5
/** Of longer words so much must be the same: "arbetsträning" is not "arbetsanpassning". */
const LONG_HEAD = 8

/** The words of a text that say what it is about, in small letters. */
export function contentWords(text: string): string[] {
  const words =
    text
      .normalize('NFC')
      .toLocaleLowerCase('sv')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return [...new Set(words.filter((word) => word.length > 2 && !common.has(word)))]
}

/** Whether two words are one in different forms, as far as their beginning tells: "samtal" and "samtalsstöd". */
function sameWord(one: string, other: string): boolean {
  if (one === other) return true
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length < HEAD) return false
  return long.startsWith(short.slice(0, Math.max(HEAD, Math.min(short.length - 1, LONG_HEAD))))
}

/** How much of the shorter of two texts the other says too, from 0 to 1. */
function wordLikeness(one: readonly string[], other: readonly string[]): number {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one]
  if (few.length === 0) return 0
  return few.filter((word) => many.some((each) => sameWord(word, each))).length / few.length
}

/** What is compared of an insats, worked out once. */
interface Traits {
  readonly insats: CaseInsats
  readonly words: readonly string[]
  readonly name: string
  readonly span: ReturnType<typeof spanOf>
}

function traitsOf(insats: CaseInsats): Traits {
  const { row } = insats
  return {
    insats,
    words: contentWords(row.what ?? ''),
    name: row.performer?.name?.trim().toLocaleLowerCase('sv') ?? '',
    span: spanOf(row),
  }
}

const WORDS = 3
/** So much likeness makes two insatser stand beside each other. */
const ENOUGH = 3

/**
 * How much two insatser have to do with each other: what they are called counts most, then who performs them, of what
 * kind they are, and whether they go on at the same time. Own choice: no source says when two concern each other.
 */
function likeness(one: Traits, other: Traits): number {
  const words = wordLikeness(one.words, other.words)
  const [a, b] = [one.insats.row, other.insats.row]
  const samePerformer =
    (a.performer?.actor !== undefined && a.performer.actor === b.performer?.actor) ||
    (one.name !== '' && one.name === other.name)
  const sameKind = a.kind !== undefined && a.kind === b.kind
  const sameTime = one.span !== undefined && other.span !== undefined && overlap(one.span, other.span)
  // Two things that one actor does at the same time are not one thing for that: their names must have something in common.
  if (words === 0) return samePerformer && sameKind && sameTime && a.kind !== 'medicinsk' ? ENOUGH : 0
  return WORDS * words + Number(samePerformer) + Number(sameKind) + Number(sameTime)
}

/** A row of plan beside planering: one insats of each where they concern each other, else one alone. */
export interface SideRow {
  readonly plan: CaseInsats | undefined
  readonly planering: CaseInsats | undefined
}

/**
 * The plan's insatser beside planering's: each stands beside at most one other, the most alike first. The plan's order is
 * kept, and what only planering has comes last.
 */
export function sideBySide(plan: readonly CaseInsats[], planering: readonly CaseInsats[]): SideRow[] {
  const others = planering.map(traitsOf)
  const pairs = plan
    .map(traitsOf)
    .flatMap((one) => others.map((other) => ({ one, other, points: likeness(one, other) })))
    .filter(({ points }) => points >= ENOUGH)
    .toSorted((a, b) => b.points - a.points)
  const taken = new Set<CaseInsats>()
  const beside = new Map<CaseInsats, CaseInsats>()
  for (const { one, other } of pairs) {
    if (taken.has(one.insats) || taken.has(other.insats)) continue
    taken.add(one.insats).add(other.insats)
    beside.set(one.insats, other.insats)
  }
  return [
    ...plan.map((insats): SideRow => ({ plan: insats, planering: beside.get(insats) })),
    ...planering
      .filter((insats) => !taken.has(insats))
      .map((insats): SideRow => ({ plan: undefined, planering: insats })),
  ]
}

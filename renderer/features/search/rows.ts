import type { FoundGroup, FoundHit } from './found.ts'

/** A case in the tree of hits. */
export interface FoundCaseRow {
  readonly kind: 'case'
  readonly id: string
  readonly group: FoundGroup
  readonly isFolded: boolean
  /** How many of its hits stand below it. */
  readonly count: number
}

/** A hit below its case. */
export interface HitRow {
  readonly kind: 'hit'
  readonly id: string
  /** The row of its case. */
  readonly head: string
  readonly group: FoundGroup
  readonly hit: FoundHit
  /** From 1, of so many. */
  readonly position: number
  readonly size: number
}

/** How many hits a case has that are not shown yet; opened, it shows them. */
export interface MoreRow {
  readonly kind: 'more'
  readonly id: string
  readonly head: string
  readonly group: FoundGroup
}

/** Hits of a case that were asked for beyond those that it came with: from which place, and what was found. */
export interface MoreHits {
  readonly caseId: FoundGroup['caseId']
  readonly cursor: NonNullable<FoundGroup['next']>
  /** Undefined until it has come. */
  readonly found: Pick<FoundGroup, 'hits' | 'more' | 'next'> | undefined
}

/** Each case with those of the hits asked for that go on from where its own end: after a change, others may. */
export function withMore(groups: readonly FoundGroup[], asked: readonly MoreHits[]): readonly FoundGroup[] {
  return groups.map((group) => {
    let whole = group
    for (const { caseId, cursor, found } of asked)
      if (caseId === group.caseId && found !== undefined && cursor.id === whole.next?.id)
        whole = {
          ...group,
          hits: [...whole.hits, ...found.hits],
          more: found.more,
          next: found.next,
        }
    return whole
  })
}

export type FoundRow = FoundCaseRow | HitRow | MoreRow

const idOfHit = (hit: FoundHit) => hit.commentId ?? hit.noteId ?? 'case'

/** The rows of the tree: each case and, where it is not folded, its hits. A case that comes again on a later page stands there again. */
export function foundRows(groups: readonly FoundGroup[], folded: ReadonlySet<string>): readonly FoundRow[] {
  const seen = new Map<string, number>()
  return groups.flatMap((group): FoundRow[] => {
    const nth = seen.get(group.caseId) ?? 0
    seen.set(group.caseId, nth + 1)
    const id = nth === 0 ? group.caseId : `${group.caseId}.${nth}`
    const isFolded = folded.has(id)
    const head: FoundCaseRow = { kind: 'case', id, group, isFolded, count: group.hits.length }
    if (isFolded) return [head]
    const hits = group.hits.map(
      (hit, index): HitRow => ({
        kind: 'hit',
        id: `${id}/${idOfHit(hit)}`,
        head: id,
        group,
        hit,
        position: index + 1,
        size: group.hits.length,
      }),
    )
    const more: MoreRow[] = group.more === 0 ? [] : [{ kind: 'more', id: `${id}/more`, head: id, group }]
    return [head, ...hits, ...more]
  })
}

/** The hit at a position of a case, where it is shown. */
export const hitAt = (
  rows: readonly FoundRow[],
  { head, position }: Pick<HitRow, 'head' | 'position'>,
): HitRow | undefined =>
  rows.filter((row) => row.kind === 'hit').find((row) => row.head === head && row.position === position)

/** The hit that follows the active row, or comes before it, round; undefined where there is none. */
export function stepHit(
  rows: readonly FoundRow[],
  active: string | undefined,
  by: 1 | -1,
): HitRow | undefined {
  const hits = rows.filter((row) => row.kind === 'hit')
  const at = rows.findIndex(({ id }) => id === active)
  if (by === 1) return hits.find((hit) => rows.indexOf(hit) > at) ?? hits[0]
  return hits.findLast((hit) => rows.indexOf(hit) < (at === -1 ? 0 : at)) ?? hits.at(-1)
}

/** What a key does in the tree. */
export type FoundAction =
  | { readonly type: 'move'; readonly to: string }
  | { readonly type: 'fold'; readonly id: string; readonly isFolded: boolean }
  | { readonly type: 'open'; readonly row: FoundRow }

const PAGE = 10

/** What a key means at the active row, after the tree pattern of the ARIA Authoring Practices; undefined where it means nothing. */
export function foundAction(
  rows: readonly FoundRow[],
  active: string | undefined,
  key: string,
): FoundAction | undefined {
  const index = Math.max(
    0,
    rows.findIndex(({ id }) => id === active),
  )
  const row = rows[index]
  if (row === undefined) return undefined
  const last = rows.length - 1
  const to = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: Math.min(last, index + PAGE),
    PageUp: Math.max(0, index - PAGE),
    Home: 0,
    End: last,
  }[key]
  if (to !== undefined) return moveTo(rows[to], index === to)
  if (key === 'Enter' || (key === ' ' && row.kind !== 'case')) return { type: 'open', row }
  if (row.kind !== 'case')
    return key === 'ArrowLeft'
      ? moveTo(rows.findLast((each, at) => at < index && each.kind === 'case'))
      : undefined
  if (key === ' ') return { type: 'fold', id: row.id, isFolded: !row.isFolded }
  if (key === 'ArrowRight')
    return row.isFolded ? { type: 'fold', id: row.id, isFolded: false } : moveTo(rows[index + 1])
  return key === 'ArrowLeft' && !row.isFolded ? { type: 'fold', id: row.id, isFolded: true } : undefined
}

function moveTo(row: FoundRow | undefined, isHere = false): FoundAction | undefined {
  return row === undefined || isHere ? undefined : { type: 'move', to: row.id }
}

/** A part of a sentence, and whether it was searched for. */
export interface SentencePart {
  readonly from: number
  readonly text: string
  readonly isMarked: boolean
}

/** A sentence in its marked and unmarked parts. Marks that overlap or stand outside it are cut, so that every character stands once. */
export function sentenceParts({ text, marks }: FoundHit['sentence']): readonly SentencePart[] {
  const parts: SentencePart[] = []
  let at = 0
  const add = (from: number, to: number, isMarked: boolean) => {
    if (to > from) parts.push({ from, text: text.slice(from, to), isMarked })
  }
  for (const [from, to] of marks.toSorted(([a], [b]) => a - b)) {
    const start = Math.min(text.length, Math.max(at, from))
    const end = Math.min(text.length, Math.max(start, to))
    add(at, start, false)
    add(start, end, true)
    at = end
  }
  add(at, text.length, false)
  return parts
}

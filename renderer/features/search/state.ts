import { create } from 'zustand'
import type { FoundRow, HitRow, MoreHits, MoreRow } from './rows.ts'

type HitsFrom = Pick<MoreHits, 'caseId' | 'cursor'>

interface SearchState {
  /** What stands in the search field. */
  readonly text: string
  /** What is searched for: the text as it stood when nothing more had been typed for a moment. */
  readonly asked: string
  /** Whether whoever writes has come to an end: what is not understood at the end of the text is told of only then. */
  readonly isSettled: boolean
  /** The search field is to have the focus, as soon as it is shown. */
  readonly wantsField: boolean
  /** Where its caret goes then; all of its text is selected where nothing is said. */
  readonly caret: number | undefined
  /** The first hit is to have the focus, as soon as what is asked for has been found. */
  readonly wantsHits: boolean
  /** The row of the hits that one is at. */
  readonly active: string | undefined
  /** The cases whose hits are folded away. */
  readonly folded: ReadonlySet<string>
  /** The places in cases from which more of their hits have been asked for. */
  readonly more: readonly HitsFrom[]
  /** The hit of a case that is to have the focus, as soon as it has been found. */
  readonly wantsHit: Pick<HitRow, 'head' | 'position'> | undefined
  /** The name that is being given to the search, while it is. */
  readonly naming: boolean
}

const nothing: SearchState = {
  text: '',
  asked: '',
  isSettled: true,
  wantsField: false,
  caret: undefined,
  wantsHits: false,
  active: undefined,
  folded: new Set(),
  more: [],
  wantsHit: undefined,
  naming: false,
}

/** What of the hits does not outlive the search. */
export const anew = { active: undefined, more: [], wantsHit: undefined } satisfies Partial<SearchState>

/** What the views and commands of the search share in one window. It is forgotten when the archive closes. */
export const useSearchState = create<SearchState>(() => nothing)

/** The hits that the view showed last: the commands that go from one to the next work while it is hidden as well. */
export interface HitList {
  readonly rows: readonly FoundRow[]
  /** Reads the next page, where there is one. */
  readonly onEnd: () => void
}
const noHits: HitList = { rows: [], onEnd: () => undefined }
export const hitList = { current: noHits }

export function resetSearch(): void {
  useSearchState.setState(nothing)
  hitList.current = noHits
}

/** Puts a text in the search field as it is typed: it is searched for in a moment. */
export function typeSearch(text: string): void {
  useSearchState.setState({ text, isSettled: false, wantsHits: false })
}

/** Searches for a text at once. */
export function searchFor(text: string): void {
  useSearchState.setState(({ asked, active }) => ({
    text,
    asked: text,
    isSettled: true,
    ...(asked === text ? { active } : anew),
  }))
}

/** Gives the search field the focus: with the caret at a place, or all of its text selected. */
export function focusSearch(caret?: number): void {
  useSearchState.setState({ wantsField: true, caret })
}

/** Asks for more of the hits of a case, and for the focus on the first of them. */
export function showMoreHits({ head, group: { caseId, next, hits } }: MoreRow): void {
  const { more } = useSearchState.getState()
  if (next === undefined || more.some((asked) => asked.caseId === caseId && asked.cursor.id === next.id))
    return
  useSearchState.setState({
    more: [...more, { caseId, cursor: next }],
    wantsHit: { head, position: hits.length + 1 },
  })
}

export function foldCase(id: string, isFolded: boolean): void {
  useSearchState.setState(({ folded }) => {
    const next = new Set(folded)
    if (isFolded) next.add(id)
    else next.delete(id)
    return { folded: next }
  })
}

import { create } from 'zustand'
import type { Whose } from '../../../shared/api/watch.ts'
import type { CaseId } from '../../../shared/case/ids.ts'
import type { WatchQuery } from '../../../shared/watch/list.ts'
import type { WatchRow } from '../../../shared/watch/row.ts'

/** A case that is being put aside, in the dialog that asks until when. */
export interface Postponed {
  readonly caseId: CaseId
  readonly number: string
  /** It is put aside already, and may be taken back. */
  readonly isAside: boolean
}

interface WatchState {
  readonly whose: Whose
  /** The list whose settings are open. */
  readonly editing: string | undefined
  readonly postponing: Postponed | undefined
  /** The list that has been asked for: its rows are to have the focus, as soon as they are shown. */
  readonly wanted: string | undefined
  /** How a list is sorted for the moment, by a press on a heading; by its own sort where it says nothing. */
  readonly sorts: Readonly<Record<string, WatchQuery['sort']>>
}

/** What the views of the watch lists share in one window. */
export const useWatchState = create<WatchState>(() => ({
  whose: 'mine',
  editing: undefined,
  postponing: undefined,
  wanted: undefined,
  sorts: {},
}))

/** What a command can do with the table of a list. */
export interface TableControl {
  /** Goes so many rows on, or back. */
  readonly move: (rows: number) => void
  /** The row that one is at. */
  readonly current: () => WatchRow | undefined
  readonly focus: () => void
}

/** The table of each open list. */
export const tables = new Map<string, TableControl>()

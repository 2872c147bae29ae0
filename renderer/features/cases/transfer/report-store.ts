import { create } from 'zustand'
import type { ImportReport } from '../../../../shared/api/cases.ts'

export interface Finding {
  readonly path: string
  readonly message: string
}

/** What came of an import, as the dialog tells it: taken in (perhaps with findings), or refused and why. */
export type ImportOutcome =
  | { readonly kind: 'imported'; readonly report: ImportReport }
  | { readonly kind: 'refused'; readonly fileName: string; readonly problems: readonly Finding[] }

export const useImportOutcome = create<{ readonly outcome: ImportOutcome | undefined }>(() => ({
  outcome: undefined,
}))
export const showOutcome = (outcome: ImportOutcome) => useImportOutcome.setState({ outcome })
export const dismissOutcome = () => useImportOutcome.setState({ outcome: undefined })

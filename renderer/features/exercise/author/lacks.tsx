import { createContext, type ReactNode, use, useId } from 'react'
import { messageText } from '../../../../shared/text/index.ts'
import type { PackDraft } from '../../../../shared/training/pack-draft.ts'
import { type Lack, lacksOf } from '../../../../shared/training/unfinished.ts'
import { useCasesOf } from '../../../api/use-client.ts'
import { InputError } from '../../../base/form-kit.tsx'
import { useLanguage } from '../../../base/use-t.ts'

/** What the pack lacks, for its fields to say; nothing until somebody has tried to save it. */
export const LacksContext = createContext<readonly Lack[]>([])

/** What a draft lacks, held against what the archive still has of it. */
export function useLacks(draft: PackDraft): readonly Lack[] {
  const found = useCasesOf(draft.cases.map(({ id }) => id))
  const cases = new Set<string>(found.map(({ case: of }) => of.id))
  const notes = new Set<string>(found.flatMap((each) => each.notes.map(({ id }) => id)))
  return lacksOf(draft, { cases, notes })
}

/** What is lacking at a place, in words. */
export function useLackAt(at: string): string | undefined {
  const language = useLanguage()
  const lack = use(LacksContext).find((each) => each.at === at)
  return lack && messageText(language, lack.what)
}

/** A part of the page that a lack leads to, and that says it; its control is told by the id of what says so. */
export function LackPlace({ at, children }: { at: string; children?: (invalidBy?: string) => ReactNode }) {
  const id = useId()
  const text = useLackAt(at)
  return (
    <div data-at={at} tabIndex={-1}>
      {children?.(text === undefined ? undefined : id)}
      {text === undefined ? null : <InputError id={id} text={text} />}
    </div>
  )
}

/** Leads to where something is lacking: to the first control there, or to the place itself. */
export function focusPlace(at: string): void {
  const place = document.querySelector<HTMLElement>(`[data-at="${CSS.escape(at)}"]`)
  const control = place?.querySelector<HTMLElement>('input, textarea, select, button')
  ;(control ?? place)?.focus()
}

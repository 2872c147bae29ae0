import type { JournalEntry } from '../../shared/journal/entry.ts'

/** The colours of a document's band: strong for the bar and the word, tint behind it. Never the only sign. */
export interface Tone {
  name: 'arbetsgivare' | 'forsakringskassan' | 'behov'
  strong: string
  tint: string
}

const employer: Tone = { name: 'arbetsgivare', strong: '#6b3fa0', tint: '#f3eefa' }
const agency: Tone = { name: 'forsakringskassan', strong: '#0b6e6e', tint: '#e8f5f5' }
const need: Tone = { name: 'behov', strong: '#1f5fa8', tint: '#eaf2fb' }

/** Employer violet, agency teal, need blue, as in the workbench. */
export function toneOf({ kind, owner }: Pick<JournalEntry, 'kind' | 'owner'>): Tone {
  if (kind === 'behovsklarlaggande') return need
  return owner === 'arbetsgivare' ? employer : agency
}

export const tones = [employer, agency, need] as const

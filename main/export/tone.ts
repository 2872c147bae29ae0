import type { Tone } from '../../shared/case/kinds.ts'

/** The colours of a document's band: strong for the bar and the word, tint behind it. Never the only sign. */
interface ToneColours {
  strong: string
  tint: string
}

/** Employer violet, agency teal, need blue: those of the workbench's light theme. */
export const toneColours: Readonly<Record<Tone, ToneColours>> = {
  employer: { strong: '#6a2fa0', tint: '#f4ecfc' },
  agency: { strong: '#0a625d', tint: '#e4f4f2' },
  need: { strong: '#2547b8', tint: '#e9eefc' },
}

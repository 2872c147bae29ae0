import { type Packed, pack, type WholeText } from './pack.ts'

/** What a revision holds, as a note's row holds it. */
export interface RevisionContent {
  answers: string
  objections: string | null
  set_aside: string | null
}

/** The content of a revision as one text: JSON of answers, objections and what is set aside. */
export function revisionText({ answers, objections, set_aside }: RevisionContent): string {
  return `[${answers},${objections ?? 'null'},${set_aside ?? 'null'}]`
}

/** Packs a note's revisions one after another, each as a change of the last that is whole. */
export function createRevisionPacker(whole?: WholeText) {
  let frame = whole
  return {
    next: (revision: number, text: string): Packed => {
      const packed = pack(text, frame)
      if (packed.base === null) frame = { revision, text }
      return packed
    },
  }
}

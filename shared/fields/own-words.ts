import type { RowId } from '../case/ids.ts'

/** Where in an answer somebody has written in own words. */
export interface OwnWords {
  text: string
  row?: RowId
  column?: string
}

/** A piece of a text to be replaced; positions are in the readable (NFC) text. */
export interface Replacement {
  start: number
  end: number
  insert: string
}
export type Find = (text: string) => readonly Replacement[]

/**
 * A text as the rules read it: composed letters, so that å is one letter however it was typed. As long as
 * every replacement is made in this form, positions hold.
 */
export function readable(text: string): string {
  return text.normalize('NFC')
}

/** A text with what `find` finds in it replaced. */
export function replaced(text: string, find: Find): string {
  const whole = readable(text)
  return find(whole)
    .toReversed()
    .reduce((done, { start, end, insert }) => done.slice(0, start) + insert + done.slice(end), whole)
}

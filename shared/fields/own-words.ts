import type { RowId } from '../case/ids.ts'
import type { Value } from './json.ts'

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
/** What to replace in a text that stands in this row and column of an answer, or in an answer that has none. */
export type Find = (text: string, at: { row?: Value; column?: string }) => readonly Replacement[]

/**
 * A text as the rules read it: composed letters, so that å is one letter however it was typed. As long as
 * every replacement is made in this form, positions hold.
 */
export function readable(text: string): string {
  return text.normalize('NFC')
}

/** A text with what `find` finds in it replaced. */
export function replaced(text: string, find: Find, at: Parameters<Find>[1] = {}): string {
  const whole = readable(text)
  return find(whole, at)
    .toReversed()
    .reduce((done, { start, end, insert }) => done.slice(0, start) + insert + done.slice(end), whole)
}

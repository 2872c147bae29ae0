import { type ChangeObject, diffArrays } from 'diff'

/** A stretch of text that stands on both sides, or was removed from the one or added in the other. */
export interface WordPiece {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

// A word, white space, or one other sign. Joined again they are the text.
const TOKEN = /[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu
/** More differences than this are told as another text: nobody reads them one by one, and finding them takes time. */
const MOST_DIFFERENCES = 2000

/** Neighbours of one kind joined, what was removed before what was added, and a space alone between changes a part of them. */
function tidy(pieces: readonly WordPiece[]): WordPiece[] {
  const done: WordPiece[] = []
  let removed = ''
  let added = ''
  const close = () => {
    if (removed !== '') done.push({ kind: 'removed', text: removed })
    if (added !== '') done.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const [index, { kind, text }] of pieces.entries()) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else if (removed !== '' && added !== '' && index < pieces.length - 1 && /^[^\S\n]+$/.test(text)) {
      removed += text
      added += text
    } else {
      close()
      const last = done.at(-1)
      if (last?.kind === 'same') done[done.length - 1] = { kind, text: last.text + text }
      else if (text !== '') done.push({ kind, text })
    }
  }
  close()
  return done
}

const whole = (before: string, after: string): WordPiece[] =>
  tidy([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ])

const kindOf = ({ added, removed }: ChangeObject<string[]>): WordPiece['kind'] =>
  added ? 'added' : removed ? 'removed' : 'same'

const otherKind = { same: 'same', removed: 'added', added: 'removed' } as const

/** The same differences with the sides exchanged. */
function swapped(pieces: readonly WordPiece[]): WordPiece[] {
  return tidy(pieces.map(({ kind, text }) => ({ kind: otherKind[kind], text })))
}

/** What differs between two texts, word by word. Asked the other way it says the same. */
export function diffWords(before: string, after: string): WordPiece[] {
  if (before === after) return tidy([{ kind: 'same', text: before }])
  if (before > after) return swapped(diffWords(after, before))
  const changes = diffArrays<string>(before.match(TOKEN) ?? [], after.match(TOKEN) ?? [], {
    maxEditLength: MOST_DIFFERENCES,
  })
  if (changes === undefined) return whole(before, after)
  return tidy(changes.map((change) => ({ kind: kindOf(change), text: change.value.join('') })))
}

/** What differs between two answers that are one thing, such as a date or a choice: all of it, or nothing. */
export function diffWhole(before: string, after: string): WordPiece[] {
  return before === after ? tidy([{ kind: 'same', text: before }]) : whole(before, after)
}

/** What one side says. */
export function sideOf(pieces: readonly WordPiece[], side: 'before' | 'after'): string {
  const theirs = side === 'before' ? 'added' : 'removed'
  return pieces
    .filter(({ kind }) => kind !== theirs)
    .map(({ text }) => text)
    .join('')
}

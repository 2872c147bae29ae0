// A recovery key as it is written down and typed in again: eight groups of five characters, such as `7K3QX`. Four carry the
// key, 20 bits a group, and the fifth checks them, so that whoever has misread a group is told which.

/** The bytes of a recovery key: 160 bits, which nobody can try through, so that no slow derivation is needed. */
export const RECOVERY_KEY_BYTES = 20

const GROUPS = 8
const DATA = 4
const LENGTH = DATA + 1

/** Crockford's letters: none is easily taken for another, and what is taken for a digit is read as it. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const alike: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }

const letterOf = (value: number) => ALPHABET.charAt(value)

/** Twice as much, in the field of 32 elements. */
const doubled = (value: number) => (value << 1) ^ ((value & 16) === 0 ? 0 : 0b100101)

/**
 * The value that checks a group. Every character has a weight of its own in a field, so that one that is wrong and two
 * that have changed places are always found; the group's number goes in, so that whole groups that have are found too.
 */
function checkOf(values: readonly number[], group: number): number {
  return values.reduce((sum, value) => doubled(sum ^ value), doubled(group + 1))
}

/** The groups of a recovery key, in their order. */
export function recoveryGroups(bytes: Uint8Array): readonly string[] {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return Array.from({ length: GROUPS }, (_, group) => {
    const values = Array.from({ length: DATA }, (_value, at) => {
      const from = (group * DATA + at) * 5
      return Number.parseInt(bits.slice(from, from + 5), 2)
    })
    return [...values, checkOf(values, group)].map(letterOf).join('')
  })
}

/** A recovery key as somebody typed it. */
export type TypedRecoveryKey =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  /** Too short or too long: so many characters of `LENGTH` times `GROUPS`. */
  | { readonly ok: false; readonly fault: 'length'; readonly found: number; readonly wanted: number }
  /** Groups that are misread, counted from 1. */
  | { readonly ok: false; readonly fault: 'groups'; readonly groups: readonly number[] }

function valuesOf(group: string): readonly number[] {
  return Array.from(group, (letter) => ALPHABET.indexOf(letter))
}

function holds(group: string, number: number): boolean {
  const values = valuesOf(group)
  return !values.includes(-1) && checkOf(values.slice(0, DATA), number) === values.at(-1)
}

/** Reads a recovery key in large or small letters, with whatever between the groups. */
export function readRecoveryKey(typed: string): TypedRecoveryKey {
  const letters = Array.from(
    typed
      .normalize('NFC')
      .toUpperCase()
      .replace(/[\s\p{P}]/gu, ''),
    (letter) => alike[letter] ?? letter,
  )
  const wanted = GROUPS * LENGTH
  if (letters.length !== wanted) return { ok: false, fault: 'length', found: letters.length, wanted }
  const groups = Array.from({ length: GROUPS }, (_, at) =>
    letters.slice(at * LENGTH, (at + 1) * LENGTH).join(''),
  )
  const misread = groups.flatMap((group, at) => (holds(group, at) ? [] : [at + 1]))
  if (misread.length > 0) return { ok: false, fault: 'groups', groups: misread }
  const bits = groups
    .flatMap((group) => valuesOf(group).slice(0, DATA))
    .map((value) => value.toString(2).padStart(5, '0'))
    .join('')
  return {
    ok: true,
    bytes: Uint8Array.from({ length: RECOVERY_KEY_BYTES }, (_, at) =>
      Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2),
    ),
  }
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RECOVERY_KEY_BYTES, readRecoveryKey, recoveryGroups } from '../../../shared/archive/recovery-key.ts'

const keys = fc.uint8Array({ minLength: RECOVERY_KEY_BYTES, maxLength: RECOVERY_KEY_BYTES })
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const read = (groups: readonly string[]) => readRecoveryKey(groups.join('-'))
const misread = (groups: readonly string[]) => {
  const typed = read(groups)
  return typed.ok || typed.fault !== 'groups' ? [] : typed.groups
}
/** The groups with one of them changed. */
const changed = (groups: readonly string[], at: number, change: (group: string) => string) =>
  groups.map((group, index) => (index === at ? change(group) : group))

describe('a recovery key', () => {
  test('is eight groups of five characters', () => {
    fc.assert(
      fc.property(keys, (bytes) => {
        expect(recoveryGroups(bytes).join(' ')).toMatch(/^([0-9A-HJKMNP-TV-Z]{5} ){7}[0-9A-HJKMNP-TV-Z]{5}$/)
      }),
    )
  })

  test.each<[string, (groups: readonly string[]) => string]>([
    ['with hyphens', (groups) => groups.join('-')],
    ['with spaces and line breaks', (groups) => ` ${groups.join(' \n ')} `],
    ['in one go', (groups) => groups.join('')],
    ['in small letters', (groups) => groups.join(' ').toLowerCase()],
    [
      'with O for 0, and I and l for 1',
      (groups) => groups.join(' ').replaceAll('0', 'O').replace('1', 'I').replaceAll('1', 'l'),
    ],
  ])('is read as it was made, %s', (_how, written) => {
    fc.assert(
      fc.property(keys, (bytes) => {
        expect(readRecoveryKey(written(recoveryGroups(bytes)))).toEqual({ ok: true, bytes })
      }),
    )
  })
})

describe('a recovery key that was misread is refused, and it is told where', () => {
  test('one wrong character, in any group', () => {
    fc.assert(
      fc.property(
        keys,
        fc.nat(7),
        fc.nat(4),
        fc.constantFrom(...Array.from(letters)),
        (bytes, at, place, letter) => {
          const groups = recoveryGroups(bytes)
          const wrong = changed(
            groups,
            at,
            (group) => group.slice(0, place) + letter + group.slice(place + 1),
          )
          expect(misread(wrong)).toEqual(wrong[at] === groups[at] ? [] : [at + 1])
        },
      ),
    )
  })

  test('two characters of a group that have changed places', () => {
    fc.assert(
      fc.property(keys, fc.nat(7), fc.nat(4), fc.nat(4), (bytes, at, one, other) => {
        const groups = recoveryGroups(bytes)
        const wrong = changed(groups, at, (group) => {
          const places = Array.from(group)
          ;[places[one], places[other]] = [group.charAt(other), group.charAt(one)]
          return places.join('')
        })
        expect(misread(wrong)).toEqual(wrong[at] === groups[at] ? [] : [at + 1])
      }),
    )
  })

  test('two groups that have changed places', () => {
    fc.assert(
      fc.property(keys, fc.nat(7), fc.nat(7), (bytes, one, other) => {
        const groups = recoveryGroups(bytes)
        const wrong = groups.map(
          (group, at) => (at === one ? groups[other] : at === other ? groups[one] : group) ?? '',
        )
        const both = one === other ? [] : [one + 1, other + 1].toSorted((a, b) => a - b)
        expect(misread(wrong)).toEqual(both)
      }),
    )
  })

  test('letters that no key has', () => {
    const groups = recoveryGroups(new Uint8Array(RECOVERY_KEY_BYTES))
    expect(misread(changed(groups, 2, () => 'UÅÄÖU'))).toEqual([3])
  })

  test.each([0, 39, 41])('%i characters', (count) => {
    expect(readRecoveryKey('A'.repeat(count))).toEqual({
      ok: false,
      fault: 'length',
      found: count,
      wanted: 40,
    })
  })
})

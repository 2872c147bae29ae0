import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type NoteId, noteIdSchema } from '../../../shared/case/ids.ts'
import { chainsOf, type Link } from '../../../shared/note/amendments.ts'
import type { AmendVerb } from '../../../shared/note/note.ts'

const id = (index: number): NoteId =>
  noteIdSchema.parse(`aaaaaaaa-0000-4000-8000-${String(index).padStart(12, '0')}`)

interface Step {
  /** Which of the notes that are signed already, and not annulled then, it amends; none makes a note of its own. */
  readonly target: number
  readonly verb: AmendVerb | 'none'
  readonly isSigned: boolean
}

/** A case as it can come to be: each note amends one that was signed before it; any signed one may be annulled afterwards. */
const cases = fc
  .record({
    steps: fc.array(
      fc.record<Step>({
        target: fc.nat(30),
        verb: fc.constantFrom('none', 'rattelse', 'rattelse', 'komplettering'),
        isSigned: fc.boolean(),
      }),
      { maxLength: 20 },
    ),
    annulled: fc.array(fc.nat(30), { maxLength: 6 }),
  })
  .map(({ steps, annulled }): Link[] => {
    const links: Link[] = []
    for (const [index, { target, verb, isSigned }] of steps.entries()) {
      const signed = links.filter(({ sequence }) => sequence !== undefined)
      const amended = signed[target % Math.max(1, signed.length)]
      links.push({
        id: id(index),
        amends: verb === 'none' || amended === undefined ? undefined : { verb, note: amended.id },
        sequence: isSigned ? signed.length + 1 : undefined,
        annulled: false,
      })
    }
    const isAnnulled = new Set(annulled.map((index) => id(index)))
    return links.map((link) => ({
      ...link,
      annulled: link.sequence !== undefined && isAnnulled.has(link.id),
    }))
  })

describe('of a note and its rättelser', () => {
  test('exactly one counts while any that is signed is not annulled, and else none', () => {
    fc.assert(
      fc.property(cases, (links) => {
        const { rootOf, counts, standing } = chainsOf(links)
        const chains = Map.groupBy(
          links.filter(({ sequence }) => sequence !== undefined),
          (link) => rootOf(link.id),
        )
        for (const chain of chains.values()) {
          const counted = chain.filter((link) => counts(link.id)).map((link) => link.id)
          const valid = chain.filter(({ annulled }) => !annulled)
          expect(counted).toHaveLength(valid.length > 0 ? 1 : 0)
          for (const link of chain) expect(standing(link.id)).toBe(counted[0])
        }
      }),
    )
  })

  test('an annulled one never counts, nor does a rättelse that is not signed', () => {
    fc.assert(
      fc.property(cases, (links) => {
        const { counts } = chainsOf(links)
        for (const link of links) {
          if (link.annulled) expect(counts(link.id)).toBe(false)
          if (link.sequence === undefined) expect(counts(link.id)).toBe(link.amends?.verb !== 'rattelse')
        }
      }),
    )
  })

  test('the one that was signed last counts, whichever of them it corrects', () => {
    fc.assert(
      fc.property(cases, (links) => {
        const { rootOf, standing } = chainsOf(links)
        for (const link of links) {
          const later = links.find(
            (other) =>
              rootOf(other.id) === rootOf(link.id) &&
              !other.annulled &&
              (other.sequence ?? 0) >
                (links.find((one) => one.id === standing(link.id))?.sequence ?? Infinity),
          )
          expect(later).toBeUndefined()
        }
      }),
    )
  })
})

describe('what completes a note', () => {
  const note = (index: number, amends?: Link['amends'], more: Partial<Link> = {}): Link => ({
    id: id(index),
    amends,
    sequence: index,
    annulled: false,
    ...more,
  })
  const corrects = (index: number) => ({ verb: 'rattelse' as const, note: id(index) })
  const adds = (index: number) => ({ verb: 'komplettering' as const, note: id(index) })

  test.each<[string, Link[], NoteId[]]>([
    ['its komplettering', [note(1), note(2, adds(1))], [id(2)]],
    ['that of the rättelse in its place', [note(1), note(2, corrects(1)), note(3, adds(2))], [id(3)]],
    ['the rättelse of its komplettering', [note(1), note(2, adds(1)), note(3, corrects(2))], [id(3)]],
    ['no komplettering that is annulled', [note(1), note(2, adds(1), { annulled: true })], []],
    ['none that is being written', [note(1), note(2, adds(1), { sequence: undefined })], []],
  ])('%s', (_what, links, expected) => {
    expect(chainsOf(links).completedBy(id(1))).toEqual(expected)
  })
})

test('notes that amend each other in a circle, or one that is not there, are each a note of its own', () => {
  const link = (index: number, of: number): Link => ({
    id: id(index),
    amends: { verb: 'rattelse', note: id(of) },
    sequence: index,
    annulled: false,
  })
  const { counts } = chainsOf([link(1, 2), link(2, 1), link(3, 9)])
  expect([1, 2, 3].map((index) => counts(id(index)))).toEqual([true, true, true])
})

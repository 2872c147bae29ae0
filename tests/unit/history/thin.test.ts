import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dateAt, isoDateSchema, timestamp } from '../../../shared/case/dates.ts'
import { type RevisionCause, revisionCauses } from '../../../shared/history/cause.ts'
import { mayGo, sittingOf, type ThinnedRevision } from '../../../shared/history/thin.ts'

interface Save {
  /** Minutes since the save before. */
  readonly after: number
  readonly by?: string
  readonly cause?: RevisionCause
  readonly named?: boolean
  readonly base?: number | null
}

const beginning = Date.parse('2026-03-04T08:00:00Z')

/** The revisions that these saves make, numbered and in sittings as the store does it. */
function revisionsOf(saves: readonly Save[]): ThinnedRevision[] {
  const made: (ThinnedRevision & { by: string })[] = []
  let minutes = 0
  for (const [
    index,
    { after, by = 'Anna Ek', cause = 'skriven', named = false, base = null },
  ] of saves.entries()) {
    minutes += after
    const at = timestamp(new Date(beginning + Math.round(minutes * 60_000)))
    const revision = index + 1
    const sitting = sittingOf(made.at(-1), { at, by, revision })
    made.push({ revision, at, by, sitting, cause: index === 0 ? 'skapad' : cause, named, base })
  }
  return made
}

const today = isoDateSchema.parse('2026-03-04')
const tomorrow = addDays(today, 1)
const without = (revisions: readonly ThinnedRevision[], gone: readonly number[]) =>
  revisions.filter(({ revision }) => !gone.includes(revision))
const keptOf = (saves: readonly Save[], day = tomorrow) => {
  const revisions = revisionsOf(saves)
  return without(revisions, mayGo(revisions, day)).map(({ revision }) => revision)
}

describe('what is kept of a sitting', () => {
  const saves = [{ after: 0 }, { after: 0.1 }, { after: 0.1 }, { after: 1 }, { after: 0.1 }, { after: 1 }]

  test('today: its first, and the last of each minute', () => {
    expect(keptOf(saves, today)).toEqual([1, 3, 5, 6])
  })

  test('from the next day on: its first and its last', () => {
    expect(keptOf(saves)).toEqual([1, 6])
  })

  test('each of two sittings keeps its own, and a pause of more than thirty minutes parts them', () => {
    const two = [{ after: 0 }, { after: 5 }, { after: 30 }, { after: 30.1 }, { after: 5 }, { after: 5 }]
    expect(keptOf(two)).toEqual([1, 3, 4, 6])
  })

  test('somebody else sits down: a sitting of their own', () => {
    const by = 'Karin Holm'
    expect(keptOf([{ after: 0 }, { after: 1 }, { after: 1 }, { after: 1, by }, { after: 1, by }])).toEqual([
      1, 3, 4, 5,
    ])
  })

  test('what something points at stays', () => {
    expect(keptOf([{ after: 0 }, { after: 1 }, { after: 1, named: true }, { after: 1 }])).toEqual([1, 3, 4])
  })

  test('what a kept one is stored as a change of stays, and goes with it', () => {
    const saves = [{ after: 0 }, { after: 1 }, { after: 1, base: 2 }, { after: 1 }, { after: 1, base: 4 }]
    expect(keptOf(saves)).toEqual([1, 4, 5])
  })

  test.each(revisionCauses.filter((cause) => cause !== 'skriven'))(
    '%s stays, and so does the text it was done to',
    (cause) => {
      expect(
        keptOf([{ after: 0 }, { after: 1 }, { after: 1 }, { after: 1, cause }, { after: 1 }, { after: 1 }]),
      ).toEqual([1, 3, 4, 6])
    },
  )

  test('a sitting over midnight is one, and today is the Swedish day', () => {
    // From 23.50 to 00.19 in Sweden; in UTC all of it is before midnight.
    const saves = [{ after: 14 * 60 + 50 }, { after: 4 }, { after: 4 }, { after: 20 }, { after: 1 }]
    expect(keptOf(saves, tomorrow)).toEqual([1, 4, 5])
    expect(keptOf(saves, addDays(tomorrow, 1))).toEqual([1, 5])
  })
})

const saves = fc.array(
  fc.record({
    after: fc.oneof(
      fc.double({ min: 0, max: 2, noNaN: true }),
      fc.double({ min: 0, max: 45, noNaN: true }),
      fc.integer({ min: 0, max: 2000 }),
    ),
    by: fc.constantFrom('Anna Ek', 'Karin Holm'),
    cause: fc.oneof(
      { weight: 12, arbitrary: fc.constant<RevisionCause>('skriven') },
      { weight: 1, arbitrary: fc.constantFrom(...revisionCauses) },
    ),
    named: fc.oneof(
      { weight: 12, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
  }),
  { minLength: 1, maxLength: 60 },
)
/** Revisions as the store makes them: each whole, or a change of the last that is whole. */
const revisions = fc.tuple(saves, fc.infiniteStream(fc.nat({ max: 5 }))).map(([made, wholes]) => {
  let whole: number | null = null
  return revisionsOf(made).map((one): ThinnedRevision => {
    const base: number | null = wholes.next().value === 0 ? null : whole
    if (base === null) whole = one.revision
    return { ...one, base }
  })
})

describe('thinning', () => {
  test('never takes the current, the first, the first or last of a sitting, or what is protected', () => {
    fc.assert(
      fc.property(revisions, fc.nat({ max: 20 }), (all, days) => {
        const gone = new Set(mayGo(all, addDays(today, days)))
        expect(gone.has(1)).toBe(false)
        expect(gone.has(all.length)).toBe(false)
        for (const [index, one] of all.entries()) {
          const next = all[index + 1]
          const edge = one.revision === one.sitting || next?.sitting !== one.sitting
          const written = one.cause === 'skriven' && (next === undefined || next.cause === 'skriven')
          if (edge || !written || one.named) expect(gone.has(one.revision)).toBe(false)
          if (!gone.has(one.revision) && one.base !== null) expect(gone.has(one.base)).toBe(false)
        }
      }),
    )
  })

  test('of today takes only what a later save of the same minute has replaced', () => {
    fc.assert(
      fc.property(revisions, (all) => {
        const day = dateAt(all[0]?.at ?? timestamp(new Date()))
        for (const revision of mayGo(all, day)) {
          const one = all[revision - 1]
          if (one === undefined || dateAt(one.at) < day) continue
          expect(all[revision]?.at.slice(0, 16)).toBe(one.at.slice(0, 16))
        }
      }),
    )
  })

  test('twice is as once', () => {
    fc.assert(
      fc.property(revisions, fc.nat({ max: 20 }), (all, days) => {
        const day = addDays(today, days)
        expect(mayGo(without(all, mayGo(all, day)), day)).toEqual([])
      }),
    )
  })

  test('save by save is as all at once', () => {
    fc.assert(
      fc.property(revisions, (all) => {
        let kept: ThinnedRevision[] = []
        for (const one of all) {
          const before = kept.at(-1)
          const day = dateAt(one.at)
          kept.push(one)
          // As the store does it: the two last in the same day, all of them on another.
          const looked = before && dateAt(before.at) === day ? kept.slice(-2) : kept
          kept = without(kept, mayGo(looked, day))
        }
        const end = addDays(dateAt(all.at(-1)?.at ?? timestamp(new Date())), 1)
        expect(without(kept, mayGo(kept, end))).toEqual(without(all, mayGo(all, end)))
      }),
    )
  })
})

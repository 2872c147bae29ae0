import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isFrozen,
  type NoteState,
  type NoteVerb,
  noteStates,
  noteVerbs,
  type StepRefusal,
  stepRefusal,
  steps,
} from '../../../shared/note/lifecycle.ts'
import { may } from '../../../shared/user/may.ts'
import { type Role, roles } from '../../../shared/user/user.ts'

interface Person {
  readonly name: string
  readonly role: Role
}
const people: readonly Person[] = roles.map((role) => ({ name: `${role} Ek`, role }))
const author: Person = { name: 'utredare Ek', role: 'utredare' }

/** A note as it goes through its life, and all that has happened to it. */
interface Life {
  state: NoteState
  revision: number
  reviewed: number | undefined
  writers: Set<string>
  approvals: { by: string; revision: number; writers: ReadonlySet<string> }[]
  signed: number | undefined
}

type Deed =
  | { kind: 'step'; verb: NoteVerb; by: Person; reason: string | undefined }
  | { kind: 'write'; by: Person }

const person = fc.constantFrom(...people)
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    kind: fc.constant('step' as const),
    verb: fc.constantFrom(...noteVerbs),
    by: person,
    reason: fc.constantFrom(undefined, '  ', 'Skälen saknas.'),
  }),
  fc.record({ kind: fc.constant('write' as const), by: person }),
)

function live(deeds: readonly Deed[], demanded: boolean): Life {
  const life: Life = {
    state: 'utkast',
    revision: 1,
    reviewed: undefined,
    writers: new Set([author.name]),
    approvals: [],
    signed: undefined,
  }
  for (const one of deeds) {
    if (one.kind === 'write') {
      if (isFrozen(life.state) || !may(one.by.role, 'write', { demo: false })) continue
      life.revision += 1
      life.writers.add(one.by.name)
      continue
    }
    const { verb, by, reason } = one
    const refused = stepRefusal(verb, {
      ...life,
      demanded,
      reason,
      hasWritten: life.writers.has(by.name),
      allowed: (action) => may(by.role, action, { demo: false }),
    })
    if (refused !== undefined) continue
    life.state = steps[verb].to
    if (verb === 'lamna-in') life.reviewed = life.revision
    if (verb === 'godkann')
      life.approvals.push({ by: by.name, revision: life.revision, writers: new Set(life.writers) })
    if (verb === 'journalfor') life.signed = life.revision
  }
  return life
}

describe('whatever is done with a note, in whatever order and by whomever', () => {
  const lives = fc.tuple(fc.array(deed, { maxLength: 40 }), fc.boolean())
  const always = (holds: (life: Life, demanded: boolean, deeds: readonly Deed[]) => void) =>
    fc.assert(
      fc.property(lives, ([deeds, demanded]) => holds(live(deeds, demanded), demanded, deeds)),
      { numRuns: 3000 },
    )

  test('a demanded review leads to the journal by somebody else’s approval of that very revision', () => {
    always(({ signed, approvals }, demanded) => {
      if (signed === undefined || !demanded) return
      expect(approvals.at(-1)?.revision).toBe(signed)
    })
  })

  test('nobody approves a note that they wrote in @security-roles', () => {
    always(({ approvals }) => {
      for (const { by, writers } of approvals) expect(writers).not.toContain(by)
    })
  })

  test('what is signed stays as it is @security-signed', () => {
    always((life, demanded, deeds) => {
      if (life.signed === undefined) return
      expect(life.state).toBe('journalford')
      expect(live([...deeds, ...deeds], demanded).signed).toBe(life.signed)
    })
  })

  test('what is handed in or approved is what was written when it was handed in', () => {
    always(({ state, revision, reviewed }) => {
      if (state === 'inlamnad' || state === 'godkand') expect(reviewed).toBe(revision)
    })
  })

  test('it can reach the journal, with a demanded review and without', () => {
    const reached = { demanded: 0, free: 0 }
    fc.assert(
      fc.property(lives, ([deeds, demanded]) => {
        if (live(deeds, demanded).signed !== undefined) reached[demanded ? 'demanded' : 'free'] += 1
      }),
      { numRuns: 5000, seed: 8 },
    )
    expect(reached.demanded).toBeGreaterThan(0)
    expect(reached.free).toBeGreaterThan(0)
  })
})

const situation = {
  revision: 3,
  reviewed: 3,
  demanded: false,
  hasWritten: true,
  allowed: () => true,
  reason: undefined,
}

describe('what is refused, and why', () => {
  const cases: readonly [
    string,
    NoteVerb,
    NoteState,
    Partial<Parameters<typeof stepRefusal>[1]>,
    StepRefusal | undefined,
  ][] = [
    ['a draft is handed in by its author', 'lamna-in', 'utkast', {}, undefined],
    ['a locked draft too', 'lamna-in', 'last', {}, undefined],
    ['a returned one is handed in again', 'lamna-in', 'aterlamnad', {}, undefined],
    ['not twice', 'lamna-in', 'inlamnad', {}, 'state'],
    ['not by somebody who has not written', 'lamna-in', 'utkast', { hasWritten: false }, 'not-yours'],
    ['nor by a reader', 'lamna-in', 'utkast', { allowed: () => false }, 'role'],
    ['an approved one can be taken back and changed', 'ta-tillbaka', 'godkand', {}, undefined],
    ['one is returned with a reason', 'aterlamna', 'inlamnad', { hasWritten: false, reason: 'x' }, undefined],
    ['not without', 'aterlamna', 'inlamnad', { hasWritten: false, reason: ' ' }, 'reason'],
    ['not by its author', 'aterlamna', 'inlamnad', { reason: 'x' }, 'own-note'],
    ['one is approved by somebody else', 'godkann', 'inlamnad', { hasWritten: false }, undefined],
    ['not by its author', 'godkann', 'inlamnad', {}, 'own-note'],
    ['not as a draft', 'godkann', 'utkast', { hasWritten: false }, 'state'],
    ['not as another text', 'godkann', 'inlamnad', { hasWritten: false, reviewed: 2 }, 'other-revision'],
    ['a draft is signed where nobody demands a review', 'journalfor', 'utkast', {}, undefined],
    ['not where it is demanded', 'journalfor', 'utkast', { demanded: true }, 'review-demanded'],
    ['nor locked', 'journalfor', 'last', { demanded: true }, 'review-demanded'],
    ['an approved one is', 'journalfor', 'godkand', { demanded: true }, undefined],
    ['not as another text', 'journalfor', 'godkand', { reviewed: 2 }, 'other-revision'],
    ['one that is being reviewed is not', 'journalfor', 'inlamnad', {}, 'state'],
    [
      'nor one that was returned, though nobody demanded it',
      'journalfor',
      'aterlamnad',
      {},
      'review-demanded',
    ],
  ]
  test.each(cases)('%s', (_, verb, state, but, why) => {
    expect(stepRefusal(verb, { ...situation, state, ...but })).toBe(why)
  })

  test('a signed note takes no step more', () => {
    for (const verb of noteVerbs)
      expect(stepRefusal(verb, { ...situation, state: 'journalford' })).toBe('state')
  })

  test('every state but the record can be left, and every one reached', () => {
    const left = new Set(Object.values(steps).flatMap(({ from }) => from))
    const reached = new Set(Object.values(steps).map(({ to }) => to))
    expect(noteStates.filter((state) => !left.has(state))).toEqual(['journalford'])
    expect(noteStates.filter((state) => !reached.has(state))).toEqual([])
  })
})

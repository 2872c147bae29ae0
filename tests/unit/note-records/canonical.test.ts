import { dequal } from 'dequal/lite'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldIdSchema } from '../../../shared/fields/base.ts'
import { canonicalRecord, digestHolds, recordDigest } from '../../../shared/note/canonical.ts'
import { type SignedNote, sealSchema, signedNoteSchema } from '../../../shared/note/note.ts'

const mal = fieldIdSchema.parse('mal')
const digestOfNothingYet = '0'.repeat(64)

function signed(changes: Partial<Record<string, unknown>> = {}): SignedNote {
  const note = signedNoteSchema.parse({
    id: '6e0a3a52-9b0f-4d8e-8f0b-0d4c2b1a9e77',
    template: { id: 'planering', version: 1 },
    kind: 'planering',
    owner: 'forsakringskassan',
    author: { name: 'Anna Ek', role: 'utredare' },
    createdAt: '2026-03-01T08:00:00.000Z',
    updatedAt: '2026-03-01T09:00:00.000Z',
    answers: { mal: { value: 'ordinarie-arbete' }, samrad: 'ja' },
    status: 'journalford',
    signature: {
      by: { name: 'Anna Ek', role: 'utredare' },
      at: '2026-03-01T09:30:00.000Z',
      sequence: 1,
      previous: null,
      digest: digestOfNothingYet,
      case: {
        number: '26-1187',
        insured: { name: 'Lisa Berg', personnummer: '18930412-2386' },
        employment: { kind: 'arbetslos' },
        firstSickDay: '2025-12-01',
        extent: 100,
        expectedLength: 'oklart',
        assignedTo: 'Anna Ek',
        persons: [],
        consents: [],
      },
    },
    ...changes,
  })
  return note
}

const seal = sealSchema.parse({
  time: '2026-03-01T10:30:00.000+01:00',
  publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
  value: '0'.repeat(128),
})

const sealed = (note: SignedNote): SignedNote => ({
  ...note,
  signature: { ...note.signature, digest: recordDigest(canonicalRecord(note, note.signature)) },
})

describe('the canonical form of a record', () => {
  test('is RFC 8785: members sorted, no space', () => {
    const text = canonicalRecord(signed(), signed().signature)
    expect(text.startsWith('{"case":{"assignedTo":"Anna Ek","consents":[]')).toBe(true)
    expect(text).toContain('"answers":{"mal":{"value":"ordinarie-arbete"},"samrad":"ja"}')
  })

  test('does not depend on the order in which answers were given', () => {
    const other = signed({ answers: { samrad: 'ja', mal: { value: 'ordinarie-arbete' } } })
    expect(canonicalRecord(other, other.signature)).toBe(canonicalRecord(signed(), signed().signature))
  })

  test('of a note without objections is as it was before notes could have any', () => {
    expect(canonicalRecord(signed(), signed().signature)).not.toContain('objections')
  })

  test('of a record without a seal is of version 1 for ever, to the byte', () => {
    // Signed by the Klarlagt that came before users had keys; its digest stands in archives.
    expect(recordDigest(canonicalRecord(signed(), signed().signature))).toBe(
      'be7a1389e106d93ec91dc7f434242c7fc67acdd5dc1009d5bc0fb6b5c285631e',
    )
  })

  test('of a sealed record also names time with zone, template and key', () => {
    const text = canonicalRecord(signed(), { ...signed().signature, seal })
    expect(text).toContain('"publicKey":"d75a')
    expect(text).toContain('"template":{"id":"planering","version":1},"time":"2026-03-01T10:30:00.000+01:00"')
    expect(text.endsWith('"version":2}')).toBe(true)
    expect(text).not.toContain('"value":"00')
  })

  test('is the same for the same record in whatever order its members came, and another for any other', () => {
    const answers = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.string({ unit: 'grapheme' }), {
      maxKeys: 5,
      noNullPrototype: true,
    })
    const reversed = (of: Record<string, string>) => Object.fromEntries(Object.entries(of).toReversed())
    const formOf = (of: Record<string, string>) =>
      canonicalRecord(signed({ answers: of }), { ...signed().signature, seal })
    fc.assert(
      fc.property(answers, answers, (one, other) => {
        expect(formOf(reversed(one))).toBe(formOf(one))
        expect(JSON.parse(formOf(one))).toMatchObject({ note: { answers: one } })
        expect(formOf(one) === formOf(other)).toBe(dequal(one, other))
      }),
    )
  })

  test('has no form for half a surrogate pair, and such a note never counts as signed', () => {
    const broken = signed({ answers: { mal: '\ud800' } })
    expect(() => canonicalRecord(broken, broken.signature)).toThrow('surrogate')
    expect(digestHolds(broken)).toBe(false)
  })
})

describe('the digest of a signed note', () => {
  test('holds for what was signed', () => {
    expect(digestHolds(sealed(signed()))).toBe(true)
  })

  const original = sealed(signed())
  const { signature } = original
  test.each<[string, SignedNote]>([
    ['an answer', { ...original, answers: { ...original.answers, samrad: 'nej' } }],
    ['an answer added', { ...original, answers: { ...original.answers, extra: 'x' } }],
    [
      'an objection added',
      {
        ...original,
        objections: [
          { rule: 'R2', field: mal, sentence: 'Vår plan.', by: original.author, at: signature.at },
        ],
      },
    ],
    ['the author', { ...original, author: { ...original.author, name: 'Eva Ek' } }],
    ['the template version', { ...original, template: { ...original.template, version: 2 } }],
    ['the owner', { ...original, owner: 'arbetsgivare' }],
    ['the kind of document', { ...original, kind: 'mote' }],
    ['who signed', { ...original, signature: { ...signature, by: { name: 'X', role: 'utredare' } } }],
    ['the place in the chain', { ...original, signature: { ...signature, sequence: 2 } }],
    ['the record before', { ...original, signature: { ...signature, previous: signature.digest } }],
    ['the case', { ...original, signature: { ...signature, case: { ...signature.case, extent: 50 } } }],
  ])('does not hold when %s is another', (_what, changed) => {
    expect(digestHolds(changed)).toBe(false)
  })
})

test('SHA-256 as everybody computes it', () => {
  // NIST FIPS 180-2, appendix B.1
  expect(recordDigest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

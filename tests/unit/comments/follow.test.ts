import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { followText, locate } from '../../../shared/comments/follow.ts'
import { MAX_QUOTE_CHARS, type Passage, passageSchema } from '../../../shared/comments/thread.ts'

/** A passage of a text, by the words between brackets: "Hon kan [sitta länge] utan paus." */
function marked(text: string): { text: string; passage: Passage } {
  const start = text.indexOf('[')
  const end = text.indexOf(']') - 1
  const plain = text.replace(/[[\]]/g, '')
  const quote = plain.slice(start, end)
  return { text: plain, passage: passageSchema.parse({ kind: 'passage', field: 'mal', start, end, quote }) }
}

const follow = (passage: Passage, before: string, after: string) =>
  followText(passage, before, after, MAX_QUOTE_CHARS)

/** What of the text a passage covers; "borta: …" where it is gone. */
function shown({ gone, start, end, quote }: Passage, text: string): string {
  if (gone) return `borta: ${quote}`
  expect(text.slice(start, end)).toBe(quote)
  return `${text.slice(0, start)}[${quote}]${text.slice(end)}`
}

describe('a passage follows its text', () => {
  test.each([
    ['written before it', 'Hon kan [sitta länge].', 'I dag: Hon kan [sitta länge].'],
    ['written after it', 'Hon kan [sitta länge].', 'Hon kan [sitta länge]. I dag.'],
    ['written right before it', '[sitta]', 'att [sitta]'],
    ['written right after it', '[sitta]', '[sitta] still'],
    ['written inside it', 'Hon kan [sitta länge].', 'Hon kan [sitta ganska länge].'],
    ['taken away inside it', 'Hon kan [sitta ganska länge].', 'Hon kan [sitta länge].'],
    ['taken away before it', 'I dag kan hon [sitta].', 'Hon [sitta].'],
    ['its beginning taken away with what stands before', 'Hon kan [sitta länge].', 'Hon [länge].'],
    ['its end taken away with what stands after', 'Hon kan [sitta länge] i dag.', 'Hon kan [sitta ]dag.'],
    ['the same words written before it', 'Hon [kan].', 'kan Hon [kan].'],
    ['moved by cutting and pasting at once', 'A [sitta länge] B och C', 'A  B och [sitta länge]C'],
    ['several edits at once', 'I dag kan hon [tio korta minuter].', 'Hon kan [tio minuter] i rad.'],
    [
      'all but a word, with what stands around',
      'I dag kan hon [sitta länge].',
      'Hon kan [sitta] still, sägs det.',
    ],
    ['all of it', 'Hon kan [sitta länge].', 'borta: sitta länge'],
    ['the whole text', '[Hon kan sitta.]', 'borta: Hon kan sitta.'],
  ])('%s', (_what, before, after) => {
    const { text, passage } = marked(before)
    const next = after.startsWith('borta') ? text.replace(passage.quote, '') : after.replace(/[[\]]/g, '')
    expect(shown(follow(passage, text, next), next)).toBe(after)
  })

  test('what was removed comes back where its words are put in again', () => {
    const { text, passage } = marked('Sitta och [gå], ligga och stå.')
    const without = 'Sitta och , ligga och stå.'
    const gone = follow(passage, text, without)
    expect(gone).toMatchObject({ gone: true, quote: 'gå' })
    expect(shown(follow(gone, without, text), text)).toBe('Sitta och [gå], ligga och stå.')
    const elsewhere = 'Sitta och , ligga och stå. Kan gå.'
    expect(shown(follow(gone, without, elsewhere), elsewhere)).toBe('Sitta och , ligga och stå. Kan [gå].')
  })

  test('what was removed does not jump to the same words that stood elsewhere all the time', () => {
    const { text, passage } = marked('[plan] och plan')
    const gone = follow(passage, text, ' och plan')
    expect(follow(gone, ' och plan', ' och plan.')).toMatchObject({ gone: true })
  })
})

const words = fc.string({ unit: fc.constantFrom('a', 'b', 'å', ' ', '\n'), maxLength: 12 })
const passages = fc
  .record({ before: words, quote: words.filter((each) => each.trim() !== ''), after: words })
  .map(({ before, quote, after }) => ({
    text: before + quote + after,
    passage: marked(`${before}[${quote}]${after}`).passage,
  }))

describe('whatever is written', () => {
  test('before or after a passage, it says the same', () => {
    fc.assert(
      fc.property(passages, words, fc.boolean(), fc.nat(), ({ text, passage }, added, isBefore, seed) => {
        const room = isBefore ? passage.start : text.length - passage.end
        const at = (isBefore ? 0 : passage.end) + (seed % (room + 1))
        const next = text.slice(0, at) + added + text.slice(at)
        const moved = follow(passage, text, next)
        expect(moved.gone).toBeUndefined()
        expect(moved.quote).toBe(passage.quote)
        expect(next.slice(moved.start, moved.end)).toBe(passage.quote)
      }),
    )
  })

  test('a passage that is there says what the text says at its place, and one that is gone says what it said', () => {
    fc.assert(
      fc.property(passages, fc.array(words, { maxLength: 6 }), ({ text, passage }, texts) => {
        let before = text
        let now = passage
        for (const next of texts) {
          const moved = follow(now, before, next)
          if (moved.gone) expect(moved.quote).toBe(now.quote)
          else expect(next.slice(moved.start, moved.end)).toBe(moved.quote)
          expect(moved.quote.trim()).not.toBe('')
          ;[before, now] = [next, moved]
        }
      }),
    )
  })

  test('inside a passage, it is part of it', () => {
    fc.assert(
      fc.property(passages, fc.nat(), ({ text, passage }, seed) => {
        const { start, end, quote } = passage
        if (quote.length < 2) return
        const at = start + 1 + (seed % (quote.length - 1))
        const next = `${text.slice(0, at)}§${text.slice(at)}`
        expect(follow(passage, text, next).quote).toBe(`${text.slice(start, at)}§${text.slice(at, end)}`)
      }),
    )
  })
})

describe('a passage that was chosen in another text than the one that is saved', () => {
  test.each([
    ['stands where it was said to', '[Hon] kan', 'Hon kan', '[Hon] kan'],
    [
      'is found by its words, the nearest ones',
      'Hon kan. [Hon] vill.',
      'Och Hon kan. Hon vill.',
      'Och Hon kan. [Hon] vill.',
    ],
    ['is gone where its words are nowhere', '[Hon] kan', 'Lisa kan', 'borta: Hon'],
  ])('%s', (_what, chosen, saved, expected) => {
    expect(shown(locate(marked(chosen).passage, saved), saved)).toBe(expected)
  })
})

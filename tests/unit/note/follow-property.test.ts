import fc from 'fast-check'
import { expect, test } from 'vitest'
import { followAnswers, passageText } from '../../../shared/comments/passages.ts'
import { passageSchema } from '../../../shared/comments/thread.ts'
import { followNote } from '../../../shared/note/follow.ts'
import { turnedPlaces } from '../../../shared/note/places.ts'
import { readNote } from '../../../shared/note/read-note.ts'
import { followCauses } from '../../../shared/template/follow-shapes.ts'
import { context, draft } from '../check/sample.ts'
import { journeys, templateOfVersion, type Version, versionsOf } from './follow-journeys.ts'

/** What a value may have become by the maps of the steps; a row of a list by itself says what it said in a column. */
function becomes(versions: readonly Version[]): (value: string) => string[] {
  const maps = versions
    .flatMap(({ steps }) => steps)
    .flatMap((step) => JSON.stringify(step).match(/"([a-zåäö0-9-]+)":"([a-zåäö0-9-]+)"/g) ?? [])
    .map((pair): [string, string] => {
      const [from = '', to = ''] = pair.replaceAll('"', '').split(':')
      return [from, to]
    })
  const reach = (value: string, depth = 0): string[] => [
    value,
    ...(depth > 20
      ? []
      : maps
          .filter(([from]) => from === value)
          .flatMap(([, to]) => (to === value ? [] : reach(to, depth + 1)))),
  ]
  return reach
}

test('whatever the steps and whatever is written, nothing of it is lost', () => {
  fc.assert(
    fc.property(journeys, ([chain, given]) => {
      const versions = versionsOf(chain)
      const templates = versions.map((version, index) => templateOfVersion(version, index + 1))
      const [first, last] = [templates[0], templates.at(-1)]
      if (!first || !last) throw new Error('There are no versions.')
      const read = readNote(draft(first, given), context)
      const { followed } = followNote(read, last, templates)
      const kept = JSON.stringify([followed.answers, followed.setAside.map((aside) => aside.answers)])
      const own = JSON.stringify(given).match(/skrivet-[0-9a-f-]{36}/g) ?? []
      expect(own.filter((one) => !kept.includes(one))).toEqual([])
      const isSorted = versions.some(({ steps }) => steps.some((step) => step.do === 'split-rows'))
      const values = JSON.stringify([given.v ?? null, given.f ?? null, isSorted ? null : (given.g ?? null)])
        .match(/"([vf]-[a-z]+|ja|nej)"/g)
        ?.map((quoted) => quoted.slice(1, -1))
      const reach = becomes(versions)
      const lost = (values ?? []).filter((value) => !reach(value).some((one) => kept.includes(`"${one}"`)))
      expect(lost).toEqual([])
    }),
    { numRuns: 400 },
  )
})

test('where a thing stands can be told both ways, and nothing is found wrong in such steps', () => {
  fc.assert(
    fc.property(journeys, ([chain, given]) => {
      const templates = versionsOf(chain).map((version, index) => templateOfVersion(version, index + 1))
      const [first, last] = [templates[0], templates.at(-1)]
      if (!first || !last) throw new Error('There are no versions.')
      expect(templates.flatMap((to, index) => followCauses(to, templates[index - 1]))).toEqual([])
      const { places } = followNote(readNote(draft(first, given), context), last, templates).followed
      for (const [from, fields] of places)
        for (const field of fields) expect(turnedPlaces(places).get(field)).toContain(from)
    }),
    { numRuns: 200 },
  )
})

test('a comment on a passage follows it, and undone it is where it was', () => {
  fc.assert(
    fc.property(journeys, ([chain, given]) => {
      const templates = versionsOf(chain).map((version, index) => templateOfVersion(version, index + 1))
      const [first, last] = [templates[0], templates.at(-1)]
      if (!first || !last) throw new Error('There are no versions.')
      const { answers, places } = followNote(readNote(draft(first, given), context), last, templates).followed
      for (const [field, answer] of Object.entries(given)) {
        const [quote] = typeof answer === 'string' ? (answer.match(/skrivet-[0-9a-f-]{36}$/) ?? []) : []
        if (quote === undefined || typeof answer !== 'string') continue
        const start = answer.length - quote.length
        const place = passageSchema.parse({ kind: 'passage', field, start, end: answer.length, quote })
        const there = followAnswers(place, given, answers, { places })
        if (there.kind === 'passage' && there.gone !== true)
          expect(passageText(answers[there.field])?.slice(there.start, there.end)).toBe(quote)
        const back = followAnswers(there, answers, given, { begun: place, places: turnedPlaces(places) })
        expect(back).toEqual(place)
      }
    }),
    { numRuns: 200 },
  )
})

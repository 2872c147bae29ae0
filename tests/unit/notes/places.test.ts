import { describe, expect, test } from 'vitest'
import { createPlaces, type NotePlaceKept } from '../../../renderer/note-model/places.ts'
import { noteIdSchema } from '../../../shared/case/ids.ts'
import { whereSchema } from '../../../shared/note/marker.ts'
import { fakeClock, noteId } from './support.ts'

const place = (field: string, more: Partial<NotePlaceKept> = {}): NotePlaceKept => ({
  note: noteId,
  where: whereSchema.parse({ field }),
  top: 0,
  ...more,
})
const other = (index: number) =>
  noteIdSchema.parse(`0b9f6c1e-8f43-4b0b-9a52-${String(index).padStart(12, '0')}`)

function openPlaces() {
  const written: NotePlaceKept[][] = []
  const clock = fakeClock()
  const places = createPlaces(async (all) => {
    written.push(all)
  }, clock)
  return { places, clock, written }
}

describe('where somebody was in a note', () => {
  test('is stored when they have rested, as ids and numbers', async () => {
    const { places, clock, written } = openPlaces()
    places.keep(place('mal'))
    await clock.pass(1000)
    places.keep(place('insatser', { caret: { start: 4, end: 4 }, top: 320 }))
    expect(written).toEqual([])
    await clock.pass(2000)
    expect(written).toEqual([[place('insatser', { caret: { start: 4, end: 4 }, top: 320 })]])
  })

  test('is stored at once when the archive closes, and not again', async () => {
    const { places, clock, written } = openPlaces()
    places.keep(place('mal'))
    await places.flush()
    await places.flush()
    await clock.pass(5000)
    expect(written).toEqual([[place('mal')]])
  })

  test('is read from the archive, but what was kept here since is newer', () => {
    const { places } = openPlaces()
    places.keep(place('samrad'))
    places.take([place('mal'), place('datum', { note: other(1) })])
    expect(places.of(noteId)?.where.field).toBe('samrad')
    expect(places.of(other(1))?.where.field).toBe('datum')
  })

  test.each([
    undefined,
    'mal',
    { note: noteId },
    [7, { note: 'x' }, { ...place('mal'), words: 'Lena Berg' }],
  ])('is nowhere, where what is stored is none (%j)', (stored) => {
    const { places } = openPlaces()
    places.take(stored)
    expect(places.of(noteId)).toBeUndefined()
  })

  test('is forgotten in the notes that were worked in longest ago', async () => {
    const { places, written } = openPlaces()
    for (let index = 0; index < 60; index++) places.keep(place('mal', { note: other(index) }))
    await places.flush()
    expect(written[0]).toHaveLength(50)
    expect(places.of(other(9))).toBeUndefined()
    expect(places.of(other(59))).toBeDefined()
  })
})

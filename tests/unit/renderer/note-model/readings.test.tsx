import { act, render, screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { createMarkerService } from '../../../../renderer/note-model/marker-service.ts'
import { createReadings, useReadingOf } from '../../../../renderer/note-model/readings.ts'
import { createNoteSession } from '../../../../renderer/note-model/session/note-session.ts'
import { isoDateSchema } from '../../../../shared/case/dates.ts'
import { fieldIdSchema } from '../../../../shared/fields/base.ts'
import { plainNote } from '../../../../shared/note/note.ts'
import { analyse } from '../../../../shared/rules/index.ts'
import { context, templateOf } from '../../check/sample.ts'
import { draft, fakeClock, fakeStore, noteId, signed, stored } from '../../notes/support.ts'

const template = templateOf([
  { id: 'a', type: 'yes-no' },
  { id: 'b', type: 'text', visibleWhen: { field: 'a', op: 'is', value: 'ja' } },
  { id: 'c', type: 'text', obligatoryWhen: { field: 'a', op: 'is', value: 'ja' } },
])

function follow() {
  const store = fakeStore(draft({ a: 'nej' }))
  const session = createNoteSession(store.current(), store, fakeClock())
  const markers = createMarkerService()
  const readings = createReadings(markers)
  readings.follow(session, template, context)
  const found = () =>
    markers.markers(noteId).flatMap(({ rule, where: { field } }) => (field ? [`${rule} ${field}`] : []))
  const shown = () => readings.of(noteId)?.shown()
  return { store, session, readings, found, shown }
}

describe('an open note', () => {
  test('is read and checked anew after each edit, as if it were read from the beginning', () => {
    const { session, readings, found } = follow()
    expect(found()).toEqual([])
    session.edit('a', 'ja')
    const read = readings.of(noteId)
    const anew = analyse({ note: plainNote(session.current()), template }, context)
    expect(read?.note).toEqual(anew.note)
    expect(read?.markers).toEqual(anew.markers)
    expect(found()).toEqual(['falt/obligatoriskt c'])
  })

  test('keeps the list of what is shown until that is another', () => {
    const { session, shown } = follow()
    const before = shown()
    session.edit('c', 'text')
    expect(shown()).toBe(before)
    session.edit('a', 'ja')
    expect(shown()?.map(({ field }) => field.id)).toEqual(['a', 'b', 'c'])
  })

  test('is read anew in another context, and not in the same again', () => {
    const { session, readings } = follow()
    const before = readings.of(noteId)
    const told: string[] = []
    readings.onChange((id) => told.push(id))
    const tomorrow = { ...context, today: isoDateSchema.parse('2027-01-01') }
    readings.follow(session, template, tomorrow)
    expect(readings.of(noteId)?.context).toBe(tomorrow)
    expect([before === readings.of(noteId), told]).toEqual([false, [noteId]])
  })

  test('is read with the objections of its user', () => {
    const { session, found } = follow()
    session.object({ rule: 'R2', field: fieldIdSchema.parse('c'), sentence: 'Vår plan.' }, stored.by)
    expect(found()).toEqual(['R2 c'])
  })

  test('that is signed is read as signed, and nothing in it is a problem any more', () => {
    const { session, readings, found } = follow()
    session.edit('a', 'ja')
    expect(found()).toHaveLength(1)
    const store = signed({ a: 'ja' }, 9)
    const other = createNoteSession(store, fakeStore(store), fakeClock())
    readings.forget(noteId)
    readings.follow(other, template, context)
    expect(readings.of(noteId)?.note.status).toBe('journalford')
    expect(found()).toEqual([])
  })

  test('becomes a signed one while it is open', () => {
    const { session, readings } = follow()
    session.receive(signed({ a: 'nej' }, 9))
    expect(readings.of(noteId)?.note.status).toBe('journalford')
  })

  test('that nobody follows any more is not read', () => {
    const { session, readings } = follow()
    readings.forget(noteId)
    session.edit('a', 'ja')
    expect(readings.of(noteId)).toBeUndefined()
  })
})

test('a view renders when what it takes from the reading turns, and at no other edit', () => {
  const { session, readings } = follow()
  let renders = 0
  function Obligation() {
    renders += 1
    return <p>{useReadingOf(readings, noteId, (read) => read.obligatory('c')) ? 'måste' : 'får'}</p>
  }
  render(<Obligation />)
  act(() => session.edit('c', 'text'))
  act(() => session.edit('b', 'text'))
  expect([screen.getByText('får').tagName, renders]).toEqual(['P', 1])
  act(() => session.edit('a', 'ja'))
  expect([screen.getByText('måste').tagName, renders]).toEqual(['P', 2])
})

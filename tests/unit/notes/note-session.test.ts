import { describe, expect, test } from 'vitest'
import { createNoteSession } from '../../../renderer/note-model/session/note-session.ts'
import type { SaveOutcome } from '../../../renderer/note-model/session/save.ts'
import { draft, fakeClock, fakeStore, signed } from './support.ts'

const unreachable: SaveOutcome = {
  kind: 'failed',
  failure: { code: 'UNREACHABLE', detail: 'no answer', retry: true },
}

function open(answers = {}) {
  const clock = fakeClock()
  const store = fakeStore(draft(answers))
  const session = createNoteSession(store.current(), store, clock)
  return { clock, store, session }
}

describe('saving while somebody writes', () => {
  test('an answer stands on the screen at once and is sent 250 ms after the first key', async () => {
    const { clock, store, session } = open()
    session.edit('mal', 'o')
    expect(session.answers()).toEqual({ mal: 'o' })
    expect(session.saveState().kind).toBe('saving')
    await clock.pass(249)
    expect(store.requests).toHaveLength(0)
    await clock.pass(1)
    expect(store.requests).toHaveLength(1)
    expect(session.saveState().kind).toBe('saved')
  })

  test('keys that keep coming do not put the save off', async () => {
    const { clock, store, session } = open()
    for (const text of ['a', 'ab', 'abc', 'abcd', 'abcde', 'abcdef']) {
      session.edit('mal', text)
      await clock.pass(60)
    }
    expect(store.requests.map((request) => request.answers)).toEqual([{ mal: 'abcde' }])
    await clock.pass(250)
    expect(store.current().answers).toEqual({ mal: 'abcdef' })
  })

  test('never two saves on their way, and each begins from the revision acknowledged last', async () => {
    const { clock, store, session } = open()
    store.hold = true
    session.edit('mal', 'a')
    await clock.pass(250)
    session.edit('mal', 'ab')
    await clock.pass(5000)
    expect(store.requests).toHaveLength(1)
    store.hold = false
    store.release()
    await clock.pass(250)
    expect(store.requests.map((request) => request.baseRevision)).toEqual([1, 2])
    expect(store.current().answers).toEqual({ mal: 'ab' })
  })

  test('flush sends at once, waits for what is on its way, and says whether all is saved', async () => {
    const { clock, store, session } = open()
    store.hold = true
    session.edit('mal', 'a')
    await clock.pass(250)
    session.edit('mal', 'ab')
    const flushed = session.flush()
    store.hold = false
    store.release()
    expect(await flushed).toBe(true)
    expect(store.current().answers).toEqual({ mal: 'ab' })
    expect(await session.flush()).toBe(true)
    expect(store.requests).toHaveLength(2)
  })

  test('an answer that is taken away is taken away in the store', async () => {
    const { clock, store, session } = open({ mal: 'x', samrad: 'ja' })
    session.edit('mal', undefined)
    await clock.pass(250)
    expect(store.current().answers).toEqual({ samrad: 'ja' })
  })

  test('listeners of a field hear of that field alone', () => {
    const { session } = open()
    const heard: string[] = []
    session.onField('mal', () => heard.push('mal'))
    session.onField('samrad', () => heard.push('samrad'))
    session.onEdit((fields) => heard.push(...fields.map((field) => `edit ${field}`)))
    session.edit('samrad', 'ja')
    expect(heard).toEqual(['samrad', 'edit samrad'])
  })
})

describe('when a save fails', () => {
  test('the text is kept, the reason shown, and it is tried again with longer and longer waits', async () => {
    const { clock, store, session } = open()
    store.refuse = unreachable
    session.edit('mal', 'kvar')
    await clock.pass(250)
    expect(session.saveState()).toMatchObject({ kind: 'failed', failure: { code: 'UNREACHABLE' } })
    await clock.pass(1000 + 2000 + 4000)
    expect(store.requests).toHaveLength(4)
    expect(session.answers()).toEqual({ mal: 'kvar' })
    store.refuse = undefined
    await clock.pass(8000)
    expect(session.saveState().kind).toBe('saved')
    expect(store.current().answers).toEqual({ mal: 'kvar' })
  })

  test('what can never be saved as it is waits for a change, not for time', async () => {
    const { clock, store, session } = open()
    store.refuse = { kind: 'failed', failure: { code: 'TOO_LARGE', detail: '', retry: false, field: 'mal' } }
    session.edit('mal', 'för stort')
    await clock.pass(60_000)
    expect(store.requests).toHaveLength(1)
    expect(session.saveState()).toMatchObject({ kind: 'failed', retryAt: null })
    store.refuse = undefined
    session.edit('mal', 'lagom')
    await clock.pass(250)
    expect(store.current().answers).toEqual({ mal: 'lagom' })
  })

  test('flush tries at once instead of waiting, and says that it is not saved', async () => {
    const { clock, store, session } = open()
    store.refuse = unreachable
    session.edit('mal', 'a')
    await clock.pass(250)
    expect(await session.flush()).toBe(false)
    expect(store.requests).toHaveLength(2)
  })
})

describe('two windows on the same note', () => {
  test('a note changed elsewhere is read in where nothing is unsaved here', async () => {
    const { store, session } = open({ mal: 'a' })
    const heard: string[] = []
    session.onField('mal', () => heard.push('mal'))
    session.receive(store.otherWindow({ mal: 'b' }))
    expect(session.answers()).toEqual({ mal: 'b' })
    expect(heard).toEqual(['mal'])
    session.receive(draft({ mal: 'old' }, 1))
    expect(session.answers()).toEqual({ mal: 'b' })
  })

  test('the event of our own save changes nothing, even when it comes before the answer', async () => {
    const { clock, store, session } = open()
    store.hold = true
    session.edit('mal', 'a')
    await clock.pass(250)
    session.edit('mal', 'ab')
    session.receive(draft({ mal: 'a' }, 2))
    store.hold = false
    store.release()
    await clock.pass(250)
    expect(session.answers()).toEqual({ mal: 'ab' })
    expect(session.saveState().kind).toBe('saved')
  })

  test('changes in different fields go together without a question', async () => {
    const { clock, store, session } = open({ mal: 'a', samrad: 'nej' })
    store.otherWindow({ mal: 'a', samrad: 'ja' })
    session.edit('mal', 'b')
    await clock.pass(500)
    expect(store.current().answers).toEqual({ mal: 'b', samrad: 'ja' })
    expect(session.answers()).toEqual({ mal: 'b', samrad: 'ja' })
    expect(session.saveState().kind).toBe('saved')
  })

  test('both in the same field is a conflict that keeps both, sends nothing and stays editable', async () => {
    const { clock, store, session } = open({ mal: 'a' })
    store.otherWindow({ mal: 'deras' })
    session.edit('mal', 'mitt')
    await clock.pass(250)
    expect(session.saveState()).toMatchObject({
      kind: 'conflict',
      fields: ['mal'],
      theirs: { answers: { mal: 'deras' } },
    })
    session.edit('mal', 'mitt eget')
    await clock.pass(10_000)
    expect(store.requests).toHaveLength(1)
    expect(session.answers()).toEqual({ mal: 'mitt eget' })
    expect(await session.flush()).toBe(false)
  })

  test('choosing mine saves mine on top of theirs', async () => {
    const { clock, store, session } = open({ mal: 'a' })
    store.otherWindow({ mal: 'deras' })
    session.edit('mal', 'mitt')
    await clock.pass(250)
    await session.resolve({ mal: 'mine' })
    expect(store.current().answers).toEqual({ mal: 'mitt' })
    expect([...store.history.values()]).toContainEqual({ mal: 'deras' })
  })

  test('choosing theirs keeps mine in the history all the same', async () => {
    const { clock, store, session } = open({ mal: 'a', samrad: 'nej' })
    store.otherWindow({ mal: 'deras', samrad: 'deras' })
    session.apply([
      { field: 'mal', value: 'mitt' },
      { field: 'samrad', value: 'mitt' },
    ])
    await clock.pass(250)
    await session.resolve({ mal: 'theirs', samrad: 'mine' })
    expect(store.current().answers).toEqual({ mal: 'deras', samrad: 'mitt' })
    expect([...store.history.values()]).toContainEqual({ mal: 'mitt', samrad: 'mitt' })
    expect(session.saveState().kind).toBe('saved')
  })

  test('choosing both puts theirs below mine, and the history says that it was a conflict', async () => {
    const { clock, store, session } = open({ mal: 'a' })
    store.otherWindow({ mal: 'deras' })
    session.edit('mal', 'mitt')
    await clock.pass(250)
    await session.resolve({ mal: 'both' })
    expect(store.current().answers).toEqual({ mal: 'mitt\n\nderas' })
    session.edit('mal', 'sedan')
    await clock.pass(250)
    expect(store.requests.map(({ cause }) => cause)).toEqual([undefined, 'konflikt', 'konflikt', undefined])
  })

  test('choosing both of what is no text keeps mine, and theirs is in the history', async () => {
    const { clock, store, session } = open({ mal: { value: 'a' } })
    store.otherWindow({ mal: { value: 'deras' } })
    session.edit('mal', { value: 'mitt' })
    await clock.pass(250)
    await session.resolve({ mal: 'both' })
    expect(store.current().answers).toEqual({ mal: { value: 'mitt' } })
    expect([...store.history.values()]).toContainEqual({ mal: { value: 'deras' } })
  })
})

describe('a journalförd note', () => {
  test('takes no edits', async () => {
    const clock = fakeClock()
    const store = fakeStore(signed({ mal: 'a' }))
    const session = createNoteSession(store.current(), store, clock)
    session.edit('mal', 'b')
    await clock.pass(1000)
    expect(session.answers()).toEqual({ mal: 'a' })
    expect(session.saveState().kind).toBe('signed')
    expect(store.requests).toHaveLength(0)
  })

  test('becomes read-only when signing is told', () => {
    const { session } = open({ mal: 'a' })
    session.receive(signed({ mal: 'a' }, 1))
    expect(session.saveState().kind).toBe('signed')
    session.edit('mal', 'b')
    expect(session.answers()).toEqual({ mal: 'a' })
  })

  test('signed elsewhere while somebody wrote here: the text stays and the reason is told', async () => {
    const { clock, store, session } = open({ mal: 'a' })
    store.refuse = { kind: 'failed', failure: { code: 'NOTE_SIGNED', detail: '', retry: false } }
    session.edit('mal', 'b')
    await clock.pass(250)
    session.receive(signed({ mal: 'a' }, 2))
    expect(session.answers()).toEqual({ mal: 'b' })
    expect(session.saveState()).toMatchObject({ kind: 'failed', failure: { code: 'NOTE_SIGNED' } })
  })
})

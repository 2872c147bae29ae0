import { expect, test } from 'vitest'
import {
  type CopySession,
  createCopySession,
} from '../../../renderer/features/studio/session/copy-session.ts'
import type { CopyOutcome } from '../../../renderer/features/studio/session/save.ts'
import { timestampSchema } from '../../../shared/case/dates.ts'
import { withMoved } from '../../../shared/studio/edit.ts'
import { jsonAt, withJsonAt } from '../../../shared/studio/json-path.ts'
import type { Working } from '../../../shared/studio/working.ts'
import { type WorkingCopy, workingCopyIdSchema } from '../../../shared/template/working-copy.ts'
import { fakeClock } from '../notes/support.ts'
import { small } from './sample.ts'

const at = timestampSchema.parse('2026-06-03T10:00:00.000Z')
const copy = (template: Working, revision = 1): WorkingCopy => ({
  id: workingCopyIdSchema.parse('7b0c8f2e-52c1-4f5e-9d36-0d7a4d1c8a09'),
  revision,
  state: 'utkast',
  writers: [{ name: 'Anna Ek', role: 'specialist' }],
  begunAt: at,
  updatedAt: at,
  ...(typeof template === 'string' ? { text: template } : { template }),
})

/** A session over a core that answers as it is told, and what was sent to it. */
function open(answers: CopyOutcome[] = []) {
  const clock = fakeClock()
  const sent: { base: number; working: Working }[] = []
  const save = (_id: string, base: number, working: Working): Promise<CopyOutcome> => {
    sent.push({ base, working })
    return Promise.resolve(answers.shift() ?? { kind: 'saved', revision: base + 1, savedAt: at })
  }
  return { clock, sent, session: createCopySession(copy(small), { save }, clock) }
}

const titled = (title: string) => withJsonAt(small, ['title', 'sv'], title)
const titleOf = (session: CopySession) => jsonAt(session.state().content.now, ['title', 'sv'])
const settled = () => new Promise((resolve) => setTimeout(resolve))

test('what is written is saved at the latest a quarter of a second after its first key, with all that came since', async () => {
  const { clock, sent, session } = open()
  session.edit(titled('S'), [], 'title')
  await clock.pass(200)
  session.edit(titled('Sa'), [], 'title')
  await clock.pass(49)
  expect(sent).toEqual([])
  await clock.pass(1)
  expect(sent).toEqual([{ base: 1, working: titled('Sa') }])
  await settled()
  expect(session.state().save).toEqual({ kind: 'saved', at })
  expect(session.isDirty()).toBe(false)
})

test('a text that is no JSON is saved as it stands, while the form shows what last could be read', async () => {
  const { sent, session } = open()
  session.edit('{"format": ', undefined, 'json')
  expect(await session.flush()).toBe(true)
  expect(sent.map(({ working }) => working)).toEqual(['{"format": '])
  expect(session.state().shown).toBe(small)
})

test('where somebody else saved first, mine is kept until it is said which shall stand; the other is undone to', async () => {
  const theirs = copy(titled('Deras'), 5)
  const { sent, session } = open([{ kind: 'conflict', theirs }])
  session.edit(titled('Mitt'))
  expect(await session.flush()).toBe(false)
  expect(session.state().save).toEqual({ kind: 'conflict', theirs })
  expect(titleOf(session)).toBe('Mitt')
  session.settle('theirs')
  expect(titleOf(session)).toBe('Deras')
  session.undo()
  expect(titleOf(session)).toBe('Mitt')
  expect(await session.flush()).toBe(true)
  expect(sent.at(-1)).toEqual({ base: 5, working: titled('Mitt') })
})

test('a save that fails is kept and sent again', async () => {
  const { clock, sent, session } = open([{ kind: 'failed', error: new Error('disk'), retry: true }])
  session.edit(titled('Möte'))
  expect(await session.flush()).toBe(false)
  await clock.pass(1000)
  expect(sent).toHaveLength(2)
  await settled()
  expect(session.isDirty()).toBe(false)
})

test('what another window saved is taken over, unless something here is not saved yet', () => {
  const { session } = open()
  session.receive(copy(titled('Deras'), 2))
  expect(titleOf(session)).toBe('Deras')
  session.edit(titled('Mitt'))
  session.receive(copy(titled('Nyare'), 3))
  expect(titleOf(session)).toBe('Mitt')
})

test('what is undone leads back to the part that it was done to', () => {
  const { session } = open()
  const [first, second] = [
    ['sections', 0, 'fields', 0],
    ['sections', 0, 'fields', 1],
  ]
  session.select(second)
  const { working, at: moved } = withMoved(small, second, -1)
  session.edit(working, moved)
  expect(session.state().at).toEqual(first)
  session.select(['sections', 1])
  session.undo()
  expect(session.state()).toMatchObject({ at: second, shown: small })
  session.redo()
  expect(session.state().at).toEqual(first)
})

test('what is handed in for review is neither undone nor done again', () => {
  const { session } = open()
  session.edit(titled('Mitt'))
  session.receive({ ...copy(titled('Mitt')), state: 'inlamnad' })
  session.undo()
  expect(titleOf(session)).toBe('Mitt')
  session.receive({ ...copy(titled('Mitt')), state: 'utkast' })
  session.undo()
  expect(titleOf(session)).toBe('Samtal')
})

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { closeDatabase, openDatabase } from '../../../main/store/open.ts'
import { readStoredNote } from '../../../main/store/read-notes.ts'
import { draftId, thrownBy, withNotes } from './support.ts'

const program = new URL('./hold-archive.ts', import.meta.url)

async function holdElsewhere(path: string, key: Uint8Array): Promise<ChildProcess> {
  const child = fork(program, [path, Buffer.from(key).toString('hex')])
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  await once(child, 'message')
  return child
}

test('an archive open in another process is refused, and free the moment that process is killed', async () => {
  const { db, path, key } = withNotes()
  closeDatabase(db)
  const other = await holdElsewhere(path, key)
  expect(thrownBy(() => openDatabase(path, key))).toMatchObject({ code: 'ARCHIVE_IN_USE', data: { path } })

  const gone = once(other, 'exit')
  other.kill('SIGKILL')
  await gone
  const again = openDatabase(path, key)
  expect(readStoredNote(again, draftId).id).toBe(draftId)
  closeDatabase(again)
})

test('an archive open here is refused to another process', async () => {
  const { path, key } = withNotes()
  const child = fork(program, [path, Buffer.from(key).toString('hex')], { stdio: 'pipe' })
  const said: string[] = []
  child.stderr?.on('data', (data) => said.push(String(data)))
  const ended: unknown[] = await once(child, 'close')
  expect(ended[0]).toBe(1)
  expect(said.join('')).toContain('ARCHIVE_IN_USE')
})

test('an archive open twice in one process is refused as well', () => {
  const { path, key } = withNotes()
  expect(thrownBy(() => openDatabase(path, key))).toMatchObject({ code: 'ARCHIVE_IN_USE' })
})

// A real core that saves one note again and again, from the moment it is told the number of its first save, and says
// so after each save: node saver.ts DATA_DIR NOTE_ID. It is killed, never asked to stop.

import { once } from 'node:events'
import { flushCompileCache } from 'node:module'
import { createCore } from '../../../main/core/core.ts'
import { noKeychain } from '../../../main/store/key.ts'
import { noteIdSchema } from '../../../shared/case/ids.ts'
import { SITTING_PAUSE_MINUTES } from '../../../shared/history/thin.ts'
import { answersOf, archiveIn, passphrase, templatesDir } from './common.ts'

const [dataDir = '', noteId = ''] = process.argv.slice(2)
// Killed, it would never write what it compiled for the next.
flushCompileCache()
// Each save is a sitting of its own, and so none is thinned out by the next.
let clock = Date.now()
const now = () => {
  clock += (SITTING_PAUSE_MINUTES + 1) * 60_000
  return new Date(clock)
}
const { client } = createCore({ dataDir, keychain: noKeychain, templatesDir, now })
const told: unknown[] = await once(process, 'message')
await client.archive.open({ path: archiveIn(dataDir), passphrase })

const id = noteIdSchema.parse(noteId)
const { updatedAt, ...note } = await client.notes.get({ id })
let { revision } = note
clock = Math.max(clock, Date.parse(updatedAt))
for (let number = Number(told[0]); ; number += 1) {
  revision = (await client.notes.save({ id, baseRevision: revision, answers: answersOf(number) })).revision
  process.send?.({ number, revision })
}

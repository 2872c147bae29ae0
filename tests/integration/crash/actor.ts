// A real core that does one act when it is told to, and says when that is done: node actor.ts ACT DATA_DIR. It is killed at any
// moment in between.
import { once } from 'node:events'
import { flushCompileCache } from 'node:module'
import { createCore } from '../../../main/core/core.ts'
import { noKeychain } from '../../../main/store/key.ts'
import { ruleBundleText } from '../../unit/rules/rule-pack.ts'
import { actOf, archiveIn, nextPassphrase, passphrase, templatesDir } from './common.ts'

const [given = '', dataDir = ''] = process.argv.slice(2)
flushCompileCache()
const scrypt = { N: 16, r: 1, p: 1 }
const { client } = createCore({ dataDir, keychain: noKeychain, templatesDir, scrypt })
const path = archiveIn(dataDir)
const user = { name: 'Anna Ek', role: 'utredare' } as const
const open = () => client.archive.open({ path, passphrase })

/** The open archive's first note. */
async function firstNote() {
  const [first] = (await client.cases.list()).cases
  if (first === undefined) throw new Error('There is no case.')
  const [note] = await client.notes.ofCase({ caseId: first.case.id })
  if (note === undefined) throw new Error('There is no note.')
  return note
}

/** What is done before, and the act itself. */
const acts = {
  create: {
    before: async () => undefined,
    act: () => client.archive.create({ name: 'Krasch', user, passphrase }),
  },
  sign: {
    before: open,
    act: async () => {
      const { id, revision } = await firstNote()
      return client.notes.sign({ id, baseRevision: revision })
    },
  },
  import: { before: open, act: () => client.cases.import({ json: ruleBundleText('r03-ratt') }) },
  passphrase: { before: open, act: () => client.key.change({ current: passphrase, next: nextPassphrase }) },
  backup: { before: open, act: () => client.backups.make() },
  restore: {
    before: async () => undefined,
    act: async () => {
      const [backup] = (await client.backups.of({ path })).backups
      return client.backups.restore({ path, name: backup?.name ?? '', passphrase })
    },
  },
  migrate: { before: async () => undefined, act: open },
  reset: { before: open, act: () => client.training.reset({ to: 'pack' }) },
} as const

const { before, act } = acts[actOf(given)]
await before()
process.send?.('ready')
await once(process, 'message')
await act()
process.send?.('done')

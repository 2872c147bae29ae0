import { resolve } from 'node:path'
import { archiveAt } from '../../store/archive-files.ts'
import { giveRecoveryKey, newPassphrase, passphraseFor, withCore } from '../archive.ts'
import { oneOf, parseArguments, type RunCommand, required, single } from '../command.ts'
import { Misuse, type Terminal } from '../terminal.ts'

const acts = ['change', 'recover', 'renew'] as const

/** Where the new passphrase may stand, since KLARLAGT_PASSPHRASE is the one that opens the archive. */
const NEW_PASSPHRASE = 'KLARLAGT_NEW_PASSPHRASE'

/** The recovery key from the environment, or else as typed. */
async function recoveryKeyFor(path: string, { env, t, askSecret }: Terminal): Promise<string> {
  const given = env.KLARLAGT_RECOVERY_KEY || (await askSecret(t('cli.key.ask', { path })))
  if (!given) throw new Misuse(t('cli.key.noRecoveryKey'))
  return given
}

/** Changes what opens an archive: its passphrase, with the one before or with the recovery key; or the recovery key. */
export const run: RunCommand = async (args, terminal) => {
  const { t, say } = terminal
  const { values, positionals } = parseArguments(args, { store: { type: 'string' } }, terminal)
  const act = oneOf(single(positionals, t('cli.what.act'), terminal), 'key', acts, terminal)
  const path = resolve(required(values.store, '--store', terminal))
  if (archiveAt(path) === undefined) throw new Misuse(t('cli.store.missing', { path }))
  await withCore(path, terminal, async (core) => {
    const { archive, key } = core.client
    if (act === 'recover') {
      const recoveryKey = await recoveryKeyFor(path, terminal)
      await key.recover({ path, recoveryKey, next: await newPassphrase(path, terminal, NEW_PASSPHRASE) })
      return say(t('cli.key.changed', { path }))
    }
    const passphrase = await passphraseFor(path, terminal)
    await archive.open({ path, passphrase })
    if (act === 'renew') return giveRecoveryKey(core, passphrase, terminal)
    await key.change({ current: passphrase, next: await newPassphrase(path, terminal, NEW_PASSPHRASE) })
    return say(t('cli.key.changed', { path }))
  })
  return 0
}

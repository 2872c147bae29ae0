import { userInfo } from 'node:os'
import { basename, dirname, extname } from 'node:path'
import { type IsoDate, swedishDate } from '../../shared/case/dates.ts'
import type { Role } from '../../shared/user/user.ts'
import { type Core, createCore } from '../core/core.ts'
import { archiveAt } from '../store/archive-files.ts'
import { noKeychain } from '../store/key.ts'
import { makingFile, ownFolder, templatesDir } from './files.ts'
import { Misuse, type Terminal } from './terminal.ts'
import { workAsNamed } from './users.ts'

/** A core for the archive at a path, which is not opened yet. */
export async function withCore<T>(
  archivePath: string,
  { policies, env }: Terminal,
  work: (core: Core) => Promise<T>,
): Promise<T> {
  const dataDir = policies.policies.archiveFolder === undefined ? dirname(archivePath) : ownFolder(env)
  const core = createCore({
    dataDir,
    archivePath,
    keychain: noKeychain,
    templatesDir,
    policies,
    holdsFolders: true,
  })
  try {
    return await work(core)
  } finally {
    await core.close()
  }
}

/** The passphrase from the environment, or else as typed. Throws Misuse when there is nobody to ask. */
export async function passphraseFor(path: string, terminal: Terminal): Promise<string> {
  const { env, t } = terminal
  const given = env.KLARLAGT_PASSPHRASE || (await terminal.askSecret(t('cli.store.ask', { path })))
  if (!given) throw new Misuse(t('cli.store.noPassphrase'))
  return given
}

/** A new passphrase, from a variable of the environment or else as typed; it has to be typed twice. */
export async function newPassphrase(
  path: string,
  terminal: Terminal,
  variable = 'KLARLAGT_PASSPHRASE',
): Promise<string> {
  const { env, t } = terminal
  const given = env[variable]
  if (given) return given
  const first = await terminal.askSecret(t('cli.store.askNew', { path }))
  if (!first) throw new Misuse(t('cli.store.noPassphrase'))
  const again = await terminal.askSecret(t('cli.store.askAgain'))
  if (first !== again) throw new Misuse(t('cli.store.differ'))
  return first
}

async function open(path: string, { client }: Core, terminal: Terminal): Promise<void> {
  const known = archiveAt(path)
  if (known === undefined) throw new Misuse(terminal.t('cli.store.missing', { path }))
  const passphrase = known.demo || known.key === 'keychain' ? undefined : await passphraseFor(path, terminal)
  await client.archive.open({ path, passphrase })
  if (known.demo) terminal.say(terminal.t('cli.store.demo'))
}

/** Today, as it is in the open archive: the day that a demo archive is played on, as windows and the core have it. */
export async function todayInArchive({ client }: Core): Promise<IsoDate> {
  const status = await client.archive.status()
  return (status.state === 'open' ? status.playedOn : undefined) ?? swedishDate(new Date())
}

/** Makes a recovery key for the open archive, and shows it on standard output: the only time it is seen. */
export async function giveRecoveryKey(
  { client }: Core,
  current: string | undefined,
  { print, say, t }: Terminal,
): Promise<void> {
  const { groups } = await client.key.offerRecovery({ current })
  await client.key.takeRecovery()
  print(groups.join(' '))
  say(t('cli.key.given'))
}

/** Opens the archive at a path, runs `work` and closes it again. Throws Misuse or a refusal if it cannot be opened. */
export function withArchive<T>(
  path: string,
  terminal: Terminal,
  work: (core: Core) => Promise<T>,
): Promise<T> {
  return withCore(path, terminal, async (core) => {
    await open(path, core, terminal)
    return work(core)
  })
}

/**
 * Like `withArchive`, but creates the archive if it is missing, under the given name or the system user's. In one that is there
 * the named user works; without a name whoever worked last does.
 */
export function withArchiveOrNew<T>(
  path: string,
  user: { readonly name: string | undefined; readonly role: Role | undefined },
  terminal: Terminal,
  work: (core: Core) => Promise<T>,
): Promise<T> {
  return withCore(path, terminal, async (core) => {
    if (archiveAt(path) === undefined) {
      await makingFile(path, terminal, async () =>
        core.client.archive.create({
          name: basename(path, extname(path)).slice(0, 80) || 'Arkiv',
          user: { name: user.name ?? userInfo().username, role: user.role ?? 'utredare' },
          passphrase: await newPassphrase(path, terminal),
        }),
      )
      terminal.say(terminal.t('cli.store.created', { path }))
      // Where the agency demands it, nothing can be written before; the terminal shows it, and no file does.
      if (terminal.policies.policies.recoveryKey === 'demanded')
        await giveRecoveryKey(core, undefined, terminal)
    } else {
      await open(path, core, terminal)
      if (user.name !== undefined) await workAsNamed(core, { name: user.name, role: user.role }, terminal)
    }
    return work(core)
  })
}

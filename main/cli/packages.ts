import type { PackageLock } from '../../shared/api/packages.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import { roles } from '../../shared/user/user.ts'
import type { Core } from '../core/core.ts'
import { withArchive } from './archive.ts'
import { oneOf, type parseArguments, required } from './command.ts'
import { Misuse, type Terminal } from './terminal.ts'
import { workAsNamed } from './users.ts'

/** Options that every command about granskningspaket takes. */
export const packageOptions = {
  store: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
} as const

type Given = ReturnType<typeof parseArguments<typeof packageOptions>>['values']

/** Opens the archive and lets whoever is named work; without a name whoever worked last does. */
export function withWorker<T>(
  values: Given,
  terminal: Terminal,
  work: (core: Core) => Promise<T>,
): Promise<T> {
  const path = required(values.store, '--store', terminal)
  const { name } = values
  const role = values.role === undefined ? undefined : oneOf(values.role, '--role', roles, terminal)
  return withArchive(path, terminal, async (core) => {
    if (name !== undefined) await workAsNamed(core, { name, role }, terminal)
    return work(core)
  })
}

/** The passphrase of a package, from KLARLAGT_PACKAGE_PASSPHRASE or as typed; undefined where there is nobody to ask. */
export async function packagePassphrase({ env, t, askSecret }: Terminal): Promise<string | undefined> {
  return env.KLARLAGT_PACKAGE_PASSPHRASE || (await askSecret(t('cli.package.ask')))
}

/** What a file is to be locked with: an address, or else a passphrase that is typed twice. Throws Misuse. */
export async function lockFrom(address: string | undefined, terminal: Terminal): Promise<PackageLock> {
  const { env, t, askSecret } = terminal
  if (address !== undefined) return { kind: 'recipient', recipient: address }
  const passphrase = await packagePassphrase(terminal)
  if (!passphrase) throw new Misuse(t('cli.package.noPassphrase'))
  if (!env.KLARLAGT_PACKAGE_PASSPHRASE && (await askSecret(t('cli.package.askAgain'))) !== passphrase)
    throw new Misuse(t('cli.package.differ'))
  return { kind: 'passphrase', passphrase }
}

/** The id of the case with a number. Throws Misuse. */
export async function caseNumbered(
  { client }: Core,
  number: string,
  store: string,
  { t }: Terminal,
): Promise<CaseId> {
  const found = await client.cases.numbered({ number })
  if (found === undefined) throw new Misuse(t('cli.dispose.unknown', { number, path: store }))
  return found.case.id
}

import { atWork, type StoredUser } from '../../shared/user/stored-user.ts'
import { isSamePerson, type Role } from '../../shared/user/user.ts'
import type { Core } from '../core/core.ts'
import { Misuse, type Terminal } from './terminal.ts'

/** The user of the archive who is called this, whether at work or not. Throws Misuse where nobody is. */
export async function userNamed({ client }: Core, name: string, { t }: Terminal): Promise<StoredUser> {
  const users = await client.people.list()
  const called = users.filter((user) =>
    isSamePerson({ id: undefined, name: user.name }, { id: undefined, name }),
  )
  const found = atWork(called)[0] ?? called[0]
  if (found === undefined)
    throw new Misuse(t('cli.misuse.noUser', { name, names: users.map((user) => user.name).join(', ') }))
  return found
}

/** Lets a user work from now on, in a role or in their first. */
export async function workAsNamed(
  core: Core,
  { name, role }: { readonly name: string; readonly role: Role | undefined },
  terminal: Terminal,
): Promise<void> {
  const { id, roles } = await userNamed(core, name, terminal)
  const [first = 'lasare'] = roles
  await core.client.people.switch({ id, role: role ?? first })
}

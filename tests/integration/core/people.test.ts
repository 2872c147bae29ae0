import { isContractProcedure } from '@orpc/contract'
import { describe, expect, test } from 'vitest'
import { readLog } from '../../../main/store/log.ts'
import { contract } from '../../../shared/api/contract.ts'
import { type Action, may } from '../../../shared/user/may.ts'
import { roles, type User, userIdSchema } from '../../../shared/user/user.ts'
import { type CallNeed, callNeeds } from './call-needs.ts'
import { anna, caseDetails, inStore, refused, startCore, startWithArchive, workAs } from './support.ts'

const eva = { name: 'Eva Sten', role: 'specialist' } as const
const nobody = userIdSchema.parse('11111111-1111-4111-8111-111111111111')

/** The paths of all calls: `notes.save`. */
function pathsOf(part: object, before = ''): string[] {
  return Object.entries(part).flatMap(([name, value]: [string, unknown]) => {
    const path = `${before}${name}`
    if (isContractProcedure(value)) return [path]
    return typeof value === 'object' && value !== null ? pathsOf(value, `${path}.`) : []
  })
}

/** Calls what stands at a path, of which only the refusal is of interest. */
async function refusalOf(client: object, path: string, { input }: CallNeed): Promise<unknown> {
  const call: unknown = path
    .split('.')
    .reduce<unknown>((part, name) => Reflect.get(Object(part), name), client)
  if (typeof call !== 'function') throw new Error(`${path} is no call.`)
  try {
    await Reflect.apply(call, undefined, [input])
    return undefined
  } catch (error) {
    return error
  }
}

const isRoleRefused = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ROLE_REFUSED'

describe('every call of the contract', () => {
  test('is known by what it asks of whoever makes it: a new one needs a line here', () => {
    expect(Object.keys(callNeeds).toSorted()).toEqual(pathsOf(contract).toSorted())
  })

  test.each(roles)('what %s may not do is refused in the core, by any call @security-roles', async (role) => {
    const { client } = await startWithArchive()
    await workAs(client, { name: 'Eva Sten', role })
    const before = await client.archive.status()
    for (const [path, need] of Object.entries(callNeeds)) {
      if (need.action === 'free') continue
      const error = await refusalOf(client, path, need)
      expect({ path, refused: isRoleRefused(error) }).toEqual({
        path,
        refused: !may(role, need.action, { demo: false }),
      })
      if (isRoleRefused(error)) expect(error).toMatchObject({ data: { role, action: need.action } })
    }
    expect(await client.archive.status()).toEqual(before)
  })

  test('those that a right decides are free to whoever has it @security-roles', async () => {
    const { client } = await startWithArchive()
    await workAs(client, { name: 'Eva Sten', role: 'lasare' }, ['anvandare', 'gallring', 'mallar'])
    const byRight: readonly Action[] = ['manage-users', 'read-log', 'backup', 'dispose', 'write-templates']
    for (const [path, need] of Object.entries(callNeeds)) {
      if (need.action === 'free' || !byRight.includes(need.action)) continue
      expect({ path, refused: isRoleRefused(await refusalOf(client, path, need)) }).toEqual({
        path,
        refused: false,
      })
    }
  })

  test('a trainer does everything among invented cases @security-roles', async () => {
    const { client } = startCore()
    await client.archive.demo()
    const trainer = (await client.people.list()).find(({ roles: held }) => held.includes('utbildare'))
    await client.people.switch({ id: trainer?.id ?? nobody, role: 'utbildare' })
    const added = await client.cases.create(caseDetails({ number: '26-9999' }))
    expect(added).toMatchObject({ number: '26-9999' })
  })

  test('a refusal says what was refused, in which role, and who may', async () => {
    const { client } = await startWithArchive()
    await workAs(client, { name: 'Eva Sten', role: 'lasare' })
    const refusal = await refused(client.cases.create(caseDetails()))
    expect(refusal.message).toBe(
      'I rollen läsare går det inte att skriva eller ändra. Det kan utredare, specialist och rehabiliteringsspecialist. ' +
        'Byt roll eller användare om du har rätt till det.',
    )
  })
})

describe('users', () => {
  test('whoever makes an archive is its first user, with every right', async () => {
    const { client } = await startWithArchive()
    const status = await client.archive.status()
    expect(status).toMatchObject({ user: anna, rights: ['anvandare', 'gallring', 'mallar'], chosen: true })
    const id = status.state === 'open' ? status.user.id : undefined
    expect(await client.people.list()).toMatchObject([{ id, name: 'Anna Ek', roles: ['utredare'] }])
  })

  test('an archive is not made by somebody who may not write in it @security-roles', async () => {
    for (const role of ['lasare', 'utbildare'] as const) {
      const { client } = startCore()
      const made = client.archive.create({
        name: 'Prov',
        user: { name: 'Anna Ek', role },
        passphrase: 'lång nog fras',
      })
      expect(await refused(made)).toMatchObject({ code: 'ROLE_REFUSED', data: { role, action: 'write' } })
      expect(await client.archive.status()).toMatchObject({ state: 'closed', known: [] })
    }
  })

  test('what happens to users is logged with who did it and whom it is about', async () => {
    const { client, path } = await startWithArchive()
    const { id } = await client.people.add({ name: 'Eva Sten', roles: ['specialist'], rights: [] })
    await client.people.change({
      id,
      name: 'Eva Sten',
      roles: ['specialist', 'utredare'],
      rights: ['anvandare'],
      left: false,
    })
    await client.people.switch({ id, role: 'utredare' })
    const first = (await client.people.list())[0]?.id ?? nobody
    await client.people.change({ id: first, name: 'Anna Ek', roles: ['utredare'], rights: [], left: true })
    const log = await inStore(client, path, (db) => readLog(db))
    expect(log.slice(1).map(({ action, by, userId }) => [action, by.name, by.role, userId])).toEqual([
      ['user-added', 'Anna Ek', 'utredare', id],
      ['user-changed', 'Anna Ek', 'utredare', id],
      ['user-switched', 'Anna Ek', 'utredare', id],
      ['user-began', 'Eva Sten', 'utredare', id],
      ['user-left', 'Eva Sten', 'utredare', first],
    ])
  })

  test('nobody works as one who has left, in a role they do not have, or as nobody known', async () => {
    const { client } = await startWithArchive()
    const { id } = await client.people.add({ name: 'Eva Sten', roles: ['specialist'], rights: [] })
    expect(await refused(client.people.switch({ id, role: 'utredare' }))).toMatchObject({
      code: 'ROLE_NOT_HELD',
    })
    await client.people.change({ id, name: 'Eva Sten', roles: ['specialist'], rights: [], left: true })
    const notFound = { code: 'NOT_FOUND', data: { what: 'user' } }
    expect(await refused(client.people.switch({ id, role: 'specialist' }))).toMatchObject(notFound)
    expect(await refused(client.people.switch({ id: nobody, role: 'specialist' }))).toMatchObject(notFound)
  })

  test('one who comes back is the same user', async () => {
    const { client } = await startWithArchive()
    const details = { name: 'Eva Sten', roles: ['specialist' as const], rights: [] }
    const { id } = await client.people.add(details)
    expect(await client.people.change({ id, ...details, left: true })).toHaveProperty('leftAt')
    expect(await client.people.change({ id, ...details, left: false })).not.toHaveProperty('leftAt')
    expect(await client.people.switch({ id, role: 'specialist' })).toMatchObject({ user: { id, ...eva } })
  })

  test('the last who looks after users keeps the right, and whoever works stays @security-roles', async () => {
    const { client } = await startWithArchive()
    const [me] = await client.people.list()
    const change = { id: me?.id ?? nobody, name: 'Anna Ek', roles: ['utredare' as const], rights: [] }
    expect(await refused(client.people.change({ ...change, left: false }))).toMatchObject({
      code: 'LAST_MANAGER',
    })
    await client.people.add({ name: 'Eva Sten', roles: ['specialist'], rights: ['anvandare'] })
    expect(await refused(client.people.change({ ...change, left: true }))).toMatchObject({
      code: 'USER_AT_WORK',
    })
    expect(
      await refused(client.people.add({ name: 'anna ek', roles: ['lasare'], rights: [] })),
    ).toMatchObject({
      code: 'USER_NAME_TAKEN',
    })
    // A right that somebody gives up holds from that moment.
    await client.people.change({ ...change, left: false })
    expect(await refused(client.people.change({ ...change, left: false }))).toMatchObject({
      code: 'ROLE_REFUSED',
    })
  })

  test('an archive of several users says when it is opened that nobody has said who works', async () => {
    const { client, path } = await startWithArchive()
    const worker: User = await workAs(client, eva)
    expect(await client.archive.status()).toMatchObject({ chosen: true })
    const opened = await inStore(client, path, () => undefined).then(() => client.archive.status())
    expect(opened).toMatchObject({ user: worker, chosen: false })
    expect(await client.people.switch({ id: worker.id ?? nobody, role: 'specialist' })).toMatchObject({
      chosen: true,
    })
  })
})

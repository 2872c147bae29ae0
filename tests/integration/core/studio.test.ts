import { describe, expect, test } from 'vitest'
import { MAX_TEMPLATE_CHARS } from '../../../shared/template/load.ts'
import { templateIdSchema } from '../../../shared/template/template.ts'
import { type Client, needTemplate, refused, startWithArchive, workAs } from './support.ts'

const begun = (client: Client) => client.studio.begin({ from: { id: needTemplate, version: 2 } })

describe('a working copy of a template', () => {
  test('begins as the next version of the template that it is begun from, and says who writes it', async () => {
    const { client } = await startWithArchive()
    const copy = await begun(client)
    expect(copy).toMatchObject({
      revision: 1,
      state: 'utkast',
      from: { id: needTemplate, version: 2 },
      template: { id: needTemplate, version: 3, format: 'klarlagt/mall' },
      writers: [{ name: 'Anna Ek' }],
    })
    expect(await client.studio.list()).toMatchObject({
      working: [
        { id: copy.id, named: { id: needTemplate, version: 3, title: { sv: 'Behovsklarläggande' } } },
      ],
    })
  })

  test('does not take over how answers came to the version that it is begun from: that is said of the next anew', async () => {
    const { client } = await startWithArchive()
    const from = { id: templateIdSchema.parse('avstamningsmote'), version: 2 }
    const copy = await client.studio.begin({ from })
    expect(copy).toMatchObject({ template: { version: 3 } })
    expect(copy).not.toHaveProperty('template.follows')
  })

  test('begins from nothing, or from JSON that is read in from elsewhere', async () => {
    const { client } = await startWithArchive()
    expect(await client.studio.begin({})).toMatchObject({ template: { format: 'klarlagt/mall' } })
    expect(await client.studio.begin({ template: ['vad som helst'] })).toMatchObject({
      template: ['vad som helst'],
    })
    expect(await refused(client.studio.begin({ from: { id: needTemplate, version: 9 } }))).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('keeps what is not finished: half a template, and a text that is no JSON', async () => {
    const { client } = await startWithArchive()
    const { id } = await client.studio.begin({})
    await client.studio.save({ id, baseRevision: 1, template: { id: 'egen', sections: [{}] } })
    expect(await client.studio.read({ id })).toMatchObject({ template: { id: 'egen', sections: [{}] } })
    const text = '{ "id": "egen", "sections": ['
    expect(await client.studio.save({ id, baseRevision: 2, text })).toMatchObject({ revision: 3 })
    const read = await client.studio.read({ id })
    expect(read).toMatchObject({ text, revision: 3 })
    expect(read).not.toHaveProperty('template')
    expect(await client.studio.list()).toMatchObject({ working: [{ id, named: {} }] })
  })

  test('is the same text until something is changed: saving that makes no revision', async () => {
    const { client } = await startWithArchive()
    const { id, ...copy } = await begun(client)
    if (!('template' in copy)) throw new Error('It is no JSON.')
    const { template } = copy
    expect(await client.studio.save({ id, baseRevision: 1, template })).toMatchObject({ revision: 1 })
  })

  test('is told with each save as it stands then, and with everybody who has written in it', async () => {
    const { client } = await startWithArchive()
    const { id } = await client.studio.begin({})
    const told = [
      await client.studio.save({ id, baseRevision: 1, template: { id: 'egen', title: { sv: 'Ett' } } }),
    ]
    await workAs(client, { name: 'Bo Lind', role: 'utredare' }, ['mallar'])
    told.push(await client.studio.save({ id, baseRevision: 2, text: '{ "id"' }))
    expect(told.map(({ named }) => named)).toEqual([{ id: 'egen', title: { sv: 'Ett' } }, {}])
    expect(told[1]?.writers.map(({ name }) => name)).toEqual(['Anna Ek', 'Bo Lind'])
    expect((await client.studio.list()).working).toEqual([told[1]])
  })

  test('that somebody else saved is not written over: both texts are there', async () => {
    const { client } = await startWithArchive()
    const { id } = await client.studio.begin({})
    await workAs(client, { name: 'Bo Lind', role: 'utredare' }, ['mallar'])
    await client.studio.save({ id, baseRevision: 1, template: { id: 'bos' } })
    const refusal = await refused(client.studio.save({ id, baseRevision: 1, template: { id: 'annas' } }))
    expect(refusal).toMatchObject({
      code: 'TEMPLATE_CHANGED',
      data: {
        current: {
          revision: 2,
          template: { id: 'bos' },
          writers: [{ name: 'Anna Ek' }, { name: 'Bo Lind' }],
        },
      },
    })
  })

  test('is held to the size that a template is read at', async () => {
    const { client } = await startWithArchive()
    const { id } = await client.studio.begin({})
    const text = ' '.repeat(MAX_TEMPLATE_CHARS + 1)
    expect(await refused(client.studio.save({ id, baseRevision: 1, text }))).toMatchObject({
      code: 'TOO_LARGE',
      data: { field: 'template', limit: MAX_TEMPLATE_CHARS },
    })
  })

  test('is gone when it has been discarded, which the log says', async () => {
    const { client } = await startWithArchive()
    const { id } = await begun(client)
    await client.studio.discard({ id })
    expect(await refused(client.studio.read({ id }))).toMatchObject({ code: 'NOT_FOUND' })
    const { entries } = await client.log.list({ filter: {}, limit: 2 })
    expect(entries.map(({ action }) => action)).toEqual(['template-discarded', 'template-begun'])
  })

  test('is read by everybody, and written by whoever has the right to look after templates @security-roles', async () => {
    const { client } = await startWithArchive()
    const { id } = await begun(client)
    await workAs(client, { name: 'Eva Sten', role: 'specialist' })
    expect(await client.studio.read({ id })).toMatchObject({ id })
    const refusal = await refused(client.studio.save({ id, baseRevision: 1, template: {} }))
    expect(refusal.message).toBe(
      'I rollen specialist går det inte att skriva, granska eller publicera mallar. Det kan den som har rätt att sköta mallar. ' +
        'Byt roll eller användare om du har rätt till det.',
    )
  })
})

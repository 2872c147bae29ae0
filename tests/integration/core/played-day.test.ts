import { describe, expect, test } from 'vitest'
import { addDays, isoDateSchema, swedishDate } from '../../../shared/case/dates.ts'
import { fieldIdSchema } from '../../../shared/fields/base.ts'
import { packCaseId } from '../../../shared/training/ids.ts'
import { needTemplate, now, passphrase, startDemo, startWithArchive } from './support.ts'

const id = 'plan-eller-planering'
const today = swedishDate(now)

describe('the demo archive is played on a day', () => {
  test('that a trainer moves, until it is to go by the calendar again', async () => {
    const { client } = await startDemo()
    expect(await client.archive.status()).not.toHaveProperty('playedOn')
    await client.training.load({ pack: id })
    const day = addDays(today, 100)
    expect(await client.training.day({ day })).toMatchObject({ playedOn: day })
    expect(await client.training.day({ day: null })).not.toHaveProperty('playedOn')
  })

  test('and what is written meanwhile is of that day', async () => {
    const { client } = await startDemo()
    const day = addDays(today, -200)
    await client.training.load({ pack: id, day })
    const draft = await client.notes.create({ caseId: packCaseId(id, 'asta'), templateId: needTemplate })
    const note = draft.id
    const sentence = 'Vår plan gäller.'
    const saved = await client.notes.save({
      id: note,
      baseRevision: draft.revision,
      answers: { motivering: sentence },
      objections: [{ rule: 'R2', field: fieldIdSchema.parse('motivering'), sentence }],
    })
    const thread = await client.comments.begin({ note, anchor: { kind: 'note' }, text: 'Varför?' })
    const { entries } = await client.log.list({ filter: {}, limit: 1 })
    const stamps = {
      note: draft.createdAt,
      save: saved.savedAt,
      objection: saved.objections?.[0]?.at,
      comment: thread.entries[0]?.at,
      logged: entries[0]?.at,
    }
    for (const [what, at] of Object.entries(stamps))
      expect([what, at && swedishDate(new Date(at))]).toEqual([what, day])
  })

  test.each(['1999-12-31', '2100-01-01'])('but not on %s', async (text) => {
    const { client } = await startDemo()
    const day = isoDateSchema.parse(text)
    await expect(client.training.day({ day })).rejects.toThrow()
    await expect(client.training.load({ pack: id, day })).rejects.toThrow()
  })

  test('that is forgotten when it is made anew', async () => {
    const { client } = await startDemo()
    await client.training.load({ pack: id, day: addDays(today, 7) })
    expect(await client.training.reset({ to: 'new' })).not.toHaveProperty('playedOn')
  })

  test('and a real archive never is, whatever its settings say', async () => {
    const { client } = await startWithArchive()
    await client.settings.set({ key: 'demo-day', value: '2020-01-01' })
    const status = await client.archive.status()
    if (status.state !== 'open') throw new Error('The archive is not open.')
    await client.archive.close()
    const again = await client.archive.open({ path: status.archive.path, passphrase })
    expect(again).not.toHaveProperty('playedOn')
  })
})

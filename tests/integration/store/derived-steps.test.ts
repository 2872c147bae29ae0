import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseId, NoteId } from '../../../shared/case/ids.ts'
import { noPolicies } from '../../../shared/policy/read.ts'
import {
  type Client,
  caseDetails,
  changeCase,
  inStore,
  needTemplate,
  now,
  planeringTemplate,
  startWithArchive,
  wholeNeed,
} from '../core/support.ts'

const steps = [
  'case',
  'details',
  'need',
  'planering',
  'save',
  'sign',
  'correct',
  'add',
  'annul',
  'close',
  'dispose',
] as const
type Step = (typeof steps)[number]

/** What there is to do something with: a step that finds nothing, or is refused, does nothing. */
interface World {
  readonly client: Client
  readonly cases: CaseId[]
  readonly notes: NoteId[]
  count: number
}

const chosen = <T>(from: readonly T[], index: number): T => {
  const found = from[index % Math.max(from.length, 1)]
  if (found === undefined) throw new Error('Nothing is there yet.')
  return found
}

async function take(world: World, step: Step, which: number): Promise<void> {
  const { client, cases, notes } = world
  world.count += 1
  const number = `26-${world.count}`
  const revisionOf = async (id: NoteId) => (await client.notes.get({ id })).revision
  if (step === 'case') cases.push((await client.cases.create(caseDetails({ number }))).id)
  if (step === 'details')
    await changeCase(client, chosen(cases, which), { extent: 50, assignedTo: `Ek ${which}` })
  if (step === 'need' || step === 'planering') {
    const templateId = step === 'need' ? needTemplate : planeringTemplate
    notes.push((await client.notes.create({ caseId: chosen(cases, which), templateId })).id)
  }
  if (step === 'save') {
    const id = chosen(notes, which)
    const answers = {
      ...wholeNeed,
      motivering: `Vecka ${world.count}`,
      'nasta-uppfoljning': `2026-0${4 + (which % 5)}-01`,
    }
    await client.notes.save({ id, baseRevision: await revisionOf(id), answers })
  }
  if (step === 'sign') {
    const id = chosen(notes, which)
    await client.notes.sign({ id, baseRevision: await revisionOf(id) })
  }
  if (step === 'correct') notes.push((await client.amendments.correct({ note: chosen(notes, which) })).id)
  if (step === 'add') notes.push((await client.amendments.add({ note: chosen(notes, which) })).id)
  if (step === 'annul') await client.amendments.annul({ note: chosen(notes, which), reason: 'Fel ärende.' })
  if (step === 'close') await client.cases.close({ id: chosen(cases, which), reason: 'Åter i arbete.' })
  if (step === 'dispose') {
    const caseId = chosen(cases, which)
    const { case: of } = await client.cases.get({ id: caseId })
    await client.disposal.dispose({ caseId, number: of.number, reason: 'RA-FS 2026:1' })
  }
}

const step = fc.record({ step: fc.constantFrom(...steps), which: fc.nat(20) })

test('After any steps what is kept is what would be derived anew, and nothing waits', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (taken) => {
      let time = now
      const policies = { ...noPolicies, policies: { disposeAfterMonths: 0 } }
      const { core, client, path } = await startWithArchive({ policies, now: () => time })
      const world: World = { client, cases: [], notes: [], count: 0 }
      const first: { step: Step; which: number }[] = [
        { step: 'case', which: 0 },
        { step: 'need', which: 0 },
        { step: 'save', which: 0 },
        { step: 'sign', which: 0 },
      ]
      for (const { step: each, which } of [...first, ...taken]) {
        time = new Date(time.getTime() + 60_000)
        await take(world, each, which).catch(() => undefined)
      }
      expect(await core.verify()).toEqual([])
      const waiting = await inStore(client, path, (db) => db.raw.prepare('SELECT * FROM derive_queue').all())
      expect(waiting).toEqual([])
      await client.archive.close()
    }),
    { numRuns: 12 },
  )
})

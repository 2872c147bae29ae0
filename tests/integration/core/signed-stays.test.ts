import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { StoredNote } from '../../../shared/note/note.ts'
import { rowsOf } from '../store/support.ts'
import { callNeeds } from './call-needs.ts'
import { type Client, caseDetails, inStore, needTemplate, signedNote, startWithArchive } from './support.ts'

/** How a call that writes is aimed at a signed note. */
interface Aim {
  readonly input: (note: StoredNote) => unknown
  /** The refusal that is right; where the call writes beside the note, or nothing of it, `beside`. */
  readonly outcome: string
}

const beside = (input: Aim['input']): Aim => ({ input, outcome: 'beside' })
const refusedAs = (outcome: string, input: Aim['input']): Aim => ({ input, outcome })
const ofCase = ({ caseId }: StoredNote) => ({ id: caseId })
const whole = ({ id, revision }: StoredNote) => ({ id, baseRevision: revision })
/** Calls that name no note: as they are for everybody. */
const asUsual = (path: string): Aim => beside(() => callNeeds[path]?.input)

/** Every call that writes. One without a line here fails the test: say what it does to a signed note. */
const aims: Readonly<Record<string, Aim>> = {
  'notes.save': refusedAs('NOTE_SIGNED', (note) => ({ ...whole(note), answers: { motivering: 'Annat.' } })),
  'notes.move': refusedAs('NOTE_SIGNED', (note) => ({
    ...whole(note),
    template: { id: 'planering', version: 1 },
  })),
  'follow.note': refusedAs('NOTE_SIGNED', (note) => ({ ...whole(note), version: 2 })),
  'follow.undo': refusedAs('NOTE_SIGNED', whole),
  'follow.all': beside(() => ({})),
  'notes.sign': refusedAs('NOTE_SIGNED', whole),
  'history.restore': refusedAs('NOTE_SIGNED', ({ id, revision }) => ({
    note: id,
    revision: 1,
    baseRevision: revision,
  })),
  'review.act': refusedAs('NOTE_SIGNED', (note) => ({ ...whole(note), verb: 'lamna-in' })),
  'review.keepDraft': asUsual('review.keepDraft'),
  'comments.accept': refusedAs('NOT_FOUND', () => callNeeds['comments.accept']?.input),
  'notes.create': beside(({ caseId }) => ({ caseId, templateId: needTemplate })),
  'notes.export': beside(({ id }) => ({ id, format: 'json', language: 'sv' })),
  'comments.begin': beside(({ id }) => ({ note: id, anchor: { kind: 'note' }, text: 'Varför?' })),
  'comments.reply': asUsual('comments.reply'),
  'comments.resolve': asUsual('comments.resolve'),
  'comments.reopen': asUsual('comments.reopen'),
  'comments.decline': asUsual('comments.decline'),
  'amendments.correct': beside(({ id }) => ({ note: id })),
  'amendments.add': beside(({ id }) => ({ note: id })),
  'amendments.annul': beside(({ id }) => ({ note: id, reason: 'Skriven i fel ärende.' })),
  'cases.create': beside(() => caseDetails({ number: '26-9' })),
  'cases.update': beside(({ caseId }) => ({
    id: caseId,
    baseRevision: 1,
    details: caseDetails({ number: '26-8', insured: { name: 'Nils Ny', personnummer: '18930412-2386' } }),
  })),
  'cases.close': beside((note) => ({ ...ofCase(note), reason: 'Åter i arbete.' })),
  'cases.reopen': beside(ofCase),
  'cases.dump': beside(ofCase),
  'cases.exportOverview': beside((note) => ({
    ...ofCase(note),
    format: 'txt',
    edition: 'agency',
    language: 'sv',
  })),
  'cases.import': asUsual('cases.import'),
  'disposal.dispose': refusedAs('CASE_NOT_DUE', ({ caseId }) => ({
    caseId,
    number: '26-1187',
    reason: 'Tiden är ute.',
  })),
  'disposal.due': asUsual('disposal.due'),
  'disposal.receipts': asUsual('disposal.receipts'),
  'disposal.exportReceipt': asUsual('disposal.exportReceipt'),
  'packages.address': asUsual('packages.address'),
  'packages.make': beside(({ id, caseId }) => ({
    caseId,
    notes: [id],
    lock: { kind: 'passphrase', passphrase: 'en fras som räcker' },
  })),
  'packages.answer': beside(({ caseId }) => ({ caseId })),
  'packages.open': asUsual('packages.open'),
  'watch.export': asUsual('watch.export'),
  'watch.calendar': asUsual('watch.calendar'),
  'indicators.export': asUsual('indicators.export'),
  'proof.anchor': asUsual('proof.anchor'),
  'proof.setSigningCode': asUsual('proof.setSigningCode'),
  'extract.person': asUsual('extract.person'),
  'people.add': asUsual('people.add'),
  'people.change': asUsual('people.change'),
  'phrases.save': asUsual('phrases.save'),
  'phrases.remove': asUsual('phrases.remove'),
  'studio.begin': asUsual('studio.begin'),
  'studio.save': asUsual('studio.save'),
  'studio.discard': asUsual('studio.discard'),
  'studio.act': asUsual('studio.act'),
  'studio.publish': asUsual('studio.publish'),
  'studio.withdraw': asUsual('studio.withdraw'),
  'studio.export': asUsual('studio.export'),
  'studio.import': asUsual('studio.import'),
  'training.load': refusedAs('DEMO_ONLY', () => callNeeds['training.load']?.input),
  'training.day': refusedAs('DEMO_ONLY', () => callNeeds['training.day']?.input),
  'training.reset': refusedAs('DEMO_ONLY', () => callNeeds['training.reset']?.input),
  'backups.make': asUsual('backups.make'),
  'log.list': asUsual('log.list'),
  'log.actions': asUsual('log.actions'),
  'log.export': asUsual('log.export'),
}

const codeOf = z.object({ code: z.string() })

/** What a call does: the code that it is refused by, or nothing. */
async function outcomeOf(client: Client, path: string, input: unknown): Promise<string | undefined> {
  const call: unknown = path
    .split('.')
    .reduce<unknown>((part, name) => Reflect.get(Object(part), name), client)
  if (typeof call !== 'function') throw new Error(`${path} is no call.`)
  try {
    await Reflect.apply(call, undefined, [input])
    return undefined
  } catch (error) {
    return codeOf.safeParse(error).data?.code ?? 'UNEXPECTED'
  }
}

/** All that stands of a signed note: it, its revisions and its record. */
const rowsOfNote = (client: Client, path: string, id: string) =>
  inStore(client, path, (db) => ({
    note: db.raw.prepare('SELECT rowid, * FROM notes WHERE id = ?').all(id),
    revisions: db.raw.prepare('SELECT rowid, * FROM revisions WHERE note_id = ?').all(id),
    record: db.raw.prepare('SELECT rowid, * FROM records WHERE note_id = ?').all(id),
    log: rowsOf(db, 'log'),
  }))

test('every call that writes is known by what it does to a signed note: a new one needs a line here', () => {
  const writing = Object.entries(callNeeds).filter(([, { action }]) => action !== 'free' && action !== 'read')
  expect(Object.keys(aims).toSorted()).toEqual(writing.map(([path]) => path).toSorted())
})

describe('a signed note stays as it was signed @security-signed', () => {
  test.each(Object.entries(aims))('whatever %s does', async (path, { input, outcome }) => {
    const { core, client, path: archive } = await startWithArchive()
    const note = await signedNote(client)
    const before = await rowsOfNote(client, archive, note.id)
    const refusal = await outcomeOf(client, path, input(note))
    if (outcome !== 'beside') expect(refusal).toBe(outcome)
    expect(await core.verify()).toEqual([])
    const after = await rowsOfNote(client, archive, note.id)
    expect({ ...after, log: after.log.slice(0, before.log.length) }).toEqual(before)
    if (outcome !== 'beside') expect(after.log).toHaveLength(before.log.length)
  })
})

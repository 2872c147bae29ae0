import type { Action } from '../../../shared/user/may.ts'
import { caseDetails } from './support.ts'

/** What a call asks of whoever makes it (`free`: nothing, not even an archive), and an input of its form. */
export interface CallNeed {
  readonly action: Action | 'free'
  readonly input?: unknown
}

const id = '11111111-1111-4111-8111-111111111111'
const ofCase = { caseId: id }
const ofList = {
  query: { of: 'case', filters: [], columns: ['number'], sort: [] },
  today: '2026-03-04',
  whose: 'all',
}
const nothingSought = { terms: [], filters: [], forgiving: false, order: 'newest' }
const ofMonths = { population: 'employedLong', from: '2025-04', to: '2026-03', today: '2026-03-04' }
const free: CallNeed = { action: 'free' }
const reads = (input?: unknown): CallNeed => ({ action: 'read', input })
const needs = (action: Action, input?: unknown): CallNeed => ({ action, input })

/** Every call of the contract. One without a line here fails the test, so that nobody forgets to ask who may. */
export const callNeeds: Readonly<Record<string, CallNeed>> = {
  'archive.status': free,
  'archive.create': free,
  'archive.open': free,
  'archive.demo': free,
  'archive.close': free,
  'archive.lock': free,
  'archive.active': free,

  // Whoever changes what opens the archive shows that they know it.
  'key.state': reads(),
  'key.change': free,
  'key.offerRecovery': free,
  'key.takeRecovery': free,
  'key.declineRecovery': free,
  'key.recover': free,

  'backups.state': reads(),
  'backups.make': needs('backup'),
  // Of an archive that will not open: whoever has its passphrase restores it.
  'backups.of': free,
  'backups.restore': free,

  'training.list': free,
  'training.pack': free,
  // Nothing of the archive is in it.
  'training.handout': free,
  'training.load': needs('write', { pack: 'plan-eller-planering' }),
  'training.day': needs('write', { day: null }),
  'training.reset': needs('write', { to: 'new' }),

  'review.act': needs('submit', { id, baseRevision: 1, verb: 'lamna-in' }),
  'review.events': reads({ id }),
  'review.writers': reads({ id }),
  'review.draft': reads({ id }),
  'review.keepDraft': needs('review', { id, by: { name: 'Anna Ek', role: 'specialist' }, draft: null }),
  'review.queue': reads(),
  'review.aimless': reads(),
  'review.words': reads(),

  // Whose cases they have put aside is kept in the archive, so readers keep it too.
  'search.find': reads({ query: nothingSought, limit: 10 }),
  'search.more': reads({ query: nothingSought, caseId: id, cursor: { id: 1 }, limit: 10 }),
  'search.count': reads({ query: nothingSought }),
  'search.complete': reads({ field: 'kontor', prefix: 'K' }),
  'search.open': reads({ text: '26-1187', limit: 10 }),
  'search.saved.list': reads(),
  'search.saved.save': reads({ name: 'Mina', text: 'plan' }),
  'search.saved.remove': reads({ name: 'Mina' }),

  'watch.page': reads({ ...ofList, limit: 10 }),
  'watch.count': reads(ofList),
  'watch.mark': reads({ ...ofCase, until: '2026-03-11' }),
  'watch.export': needs('export', { ...ofList, format: 'csv', language: 'sv' }),
  'watch.calendar': needs('export', { today: '2026-03-04', whose: 'all', language: 'sv' }),

  'indicators.report': reads(ofMonths),
  'indicators.survey': reads(ofMonths),
  'indicators.offices': reads(),
  'indicators.export': needs('export', { asked: ofMonths, format: 'csv', language: 'sv' }),

  'proof.head': reads(),
  'proof.anchor': needs('export', { form: 'json', language: 'sv' }),
  'proof.verify': reads({}),
  'proof.signingCode': reads(),
  'proof.setSigningCode': needs('sign', {}),

  'cases.list': reads(),
  'cases.get': reads({ id }),
  'cases.attention': reads({ today: '2026-03-04', cases: [] }),
  'cases.numbered': reads({ number: '26-1187' }),
  'cases.create': needs('write', caseDetails()),
  'cases.update': needs('write', { id, baseRevision: 1, details: caseDetails() }),
  'cases.close': needs('write', { id, reason: 'Åter i arbete.' }),
  'cases.reopen': needs('write', { id }),
  'cases.dump': needs('export', { id }),
  'cases.exportOverview': needs('export', { id, format: 'txt', edition: 'agency', language: 'sv' }),
  'cases.import': needs('write', { json: '{}' }),

  'notes.get': reads({ id }),
  'notes.ofCase': reads(ofCase),
  'notes.create': needs('write', { ...ofCase, templateId: 'planering' }),
  'notes.save': needs('write', { id, baseRevision: 1, answers: {} }),
  'follow.note': needs('write', { id, baseRevision: 1, version: 2 }),
  'follow.undo': needs('write', { id, baseRevision: 1 }),
  'follow.all': needs('write', {}),
  'notes.move': needs('write', { id, baseRevision: 1, template: { id: 'planering', version: 1 } }),
  'notes.sign': needs('sign', { id, baseRevision: 1 }),
  'notes.export': needs('export', { id, format: 'txt', language: 'sv' }),

  'comments.ofNote': reads({ note: id }),
  'comments.begin': needs('comment', { note: id, anchor: { kind: 'note' }, text: 'Varför?' }),
  'comments.reply': needs('comment', { thread: id, text: 'Därför.' }),
  'comments.resolve': needs('comment', { thread: id }),
  'comments.reopen': needs('comment', { thread: id }),
  'comments.accept': needs('write', { thread: id, entry: id, baseRevision: 1 }),
  'comments.decline': needs('comment', { thread: id, entry: id, reason: 'Det står redan.' }),

  'history.list': reads({ note: id, limit: 10 }),
  'history.get': reads({ note: id, revision: 1 }),
  'history.byDay': reads(ofCase),
  'history.restore': needs('write', { note: id, revision: 1, baseRevision: 2 }),

  'amendments.correct': needs('amend', { note: id }),
  'amendments.add': needs('amend', { note: id }),
  'amendments.annul': needs('amend', { note: id, reason: 'Skriven i fel ärende.' }),

  'disposal.due': needs('dispose'),
  'disposal.dispose': needs('dispose', { ...ofCase, number: '1', reason: 'Tiden är ute.' }),
  'disposal.receipts': needs('dispose'),
  'disposal.exportReceipt': needs('dispose', { ...ofCase, format: 'txt', language: 'sv' }),

  'extract.person': needs('export', { personnummer: '19850709-9805', format: 'json', language: 'sv' }),

  'people.list': reads(),
  'people.add': needs('manage-users', { name: 'Nils Ny', roles: ['lasare'], rights: [] }),
  'people.change': needs('manage-users', { id, name: 'Nils Ny', roles: ['lasare'], rights: [], left: false }),
  'people.switch': reads({ id, role: 'lasare' }),

  'log.list': needs('read-log', { filter: {}, limit: 10 }),
  'log.actions': needs('read-log'),
  'log.export': needs('read-log', { filter: {}, format: 'csv', language: 'sv' }),
  'packages.address': needs('comment'),
  'packages.received': reads(),
  'packages.ofCase': reads(ofCase),
  'packages.make': needs('export', { ...ofCase, notes: [id], lock: { kind: 'passphrase', passphrase: 'x' } }),
  'packages.answer': needs('review', { ...ofCase }),
  'packages.open': needs('comment', { base64: '' }),

  'phrases.list': reads(),
  'phrases.save': needs('write', { text: 'En fras.' }),
  'phrases.remove': needs('write', { id }),

  // Where somebody was and how their window looks is kept in the archive, so readers keep it too.
  'settings.get': reads(),
  'settings.set': reads({ key: 'window', value: 1 }),

  'policies.get': free,
  'templates.list': free,
  'studio.list': reads(),
  'studio.read': reads({ id }),
  'studio.begin': needs('write-templates', {}),
  'studio.save': needs('write-templates', { id, baseRevision: 1, text: '{' }),
  'studio.discard': needs('write-templates', { id }),
  'studio.act': needs('write-templates', { id, baseRevision: 1, verb: 'lamna-in' }),
  'studio.publish': needs('write-templates', { id, baseRevision: 1, from: '2026-03-04' }),
  'studio.withdraw': needs('write-templates', { template: { id: 'planering', version: 1 }, reason: 'Fel.' }),
  'studio.version': reads({ id: 'planering', version: 1 }),
  'studio.affected': reads({ id: 'planering', version: 2 }),
  'studio.export': needs('export', { template: { id: 'planering', version: 1 }, format: 'json' }),
  'studio.inspect': reads({ base64: '' }),
  'studio.import': needs('write-templates', { json: '{}' }),
  'program.facts': reads(),
  changes: free,
}

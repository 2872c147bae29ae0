import { describe, expect, test } from 'vitest'
import { contributions } from '../../../../renderer/contributions.ts'
import { canRun, hasPlace } from '../../../../renderer/workbench/commands.ts'
import type { Workbench } from '../../../../renderer/workbench/contribution.ts'
import { createRegistry } from '../../../../renderer/workbench/registry.ts'
import { caseIdSchema, noteIdSchema } from '../../../../shared/case/ids.ts'
import { translate } from '../../../../shared/text/index.ts'
import { type Action, may } from '../../../../shared/user/may.ts'
import { type Role, roles } from '../../../../shared/user/user.ts'

const { commands } = createRegistry(contributions)
const caseId = caseIdSchema.parse('00000000-0000-4000-8000-000000000001')
const noteId = noteIdSchema.parse('00000000-0000-4000-8000-000000000002')

/** What each command that changes something, or lets something out, asks of whoever runs it. */
const asks: Readonly<Record<string, Action>> = {
  'case.new': 'write',
  'case.import': 'write',
  'case.edit': 'write',
  'case.close': 'write',
  'case.reopen': 'write',
  'case.export': 'export',
  'note.create': 'write',
  'note.create-in-case': 'write',
  'note.move': 'write',
  'note.sign': 'sign',
  'note.correct': 'amend',
  'note.add': 'amend',
  'note.annul': 'amend',
  'note.export.pdf': 'export',
  'case.overview.agency.pdf': 'export',
  'history.restore': 'write',
  'comments.add': 'comment',
  'comments.addToNote': 'comment',
  'comments.accept': 'write',
  'comments.settle': 'comment',
  'phrases.add': 'write',
  'package.make': 'export',
  'package.answer': 'review',
  'package.open': 'comment',
  'package.address': 'comment',
  'log.open': 'read-log',
  'disposal.open': 'dispose',
}

/** The window as a command finds it, somebody in a role at work in it. */
function workbench(role: Role, demo: boolean, received: readonly unknown[] = []): Workbench {
  const at = {
    language: 'sv',
    t: (key: Parameters<typeof translate>[1], ...params: []) => translate('sv', key, ...params),
    archive: { state: 'open', archive: { demo }, user: { name: 'Eva Sten', role }, rights: [] },
    activeEditor: { type: 'note', caseId, noteId },
    client: { packages: { received: () => received } },
    queryClient: { getQueryData: () => received },
  }
  return at as unknown as Workbench
}

const refusal = (id: string, at: Workbench) => commands.get(id)?.refused?.(at, {})

test.each(['tour.begin.first-note', 'present.toggle', 'present.notes'])(
  '%s is refused in a real archive, and says why',
  (id) => {
    expect(refusal(id, workbench('utbildare', true))).toBeUndefined()
    expect(refusal(id, workbench('utbildare', false))?.short).toBe('bara i demoarkiv')
    expect(refusal(id, workbench('utbildare', false))?.why).toContain('riktigt arkiv')
  },
)

describe.each(roles)('%s', (role) => {
  test.each([false, true])('is refused what the core refuses, and told why (invented cases: %s)', (demo) => {
    const at = workbench(role, demo)
    for (const [id, action] of Object.entries(asks)) {
      expect(commands.has(id), id).toBe(true)
      expect(refusal(id, at) === undefined, `${role}, ${id}`).toBe(may(role, action, { demo }))
    }
  })
})

test('whoever only reads finds what writes in its place, greyed, with who writes', () => {
  const reader = workbench('lasare', false)
  const make = commands.get('case.new')
  expect(make && [hasPlace(make, reader), canRun(make, reader)]).toEqual([true, false])
  expect(refusal('case.new', reader)).toEqual({
    short: 'Inte i din roll',
    why: expect.stringMatching(/^I rollen läsare går det inte att .*utredare/i) as string,
  })
})

test('nothing is written in a case that was received for review, in any role', () => {
  for (const role of roles) {
    const at = workbench(role, true, [{ caseId }])
    for (const id of [
      'case.edit',
      'note.create',
      'note.sign',
      'note.move',
      'history.restore',
      'package.make',
    ])
      expect(refusal(id, at), id).toBeDefined()
    expect(refusal('case.new', at) === undefined).toBe(may(role, 'write', { demo: true }))
  }
})

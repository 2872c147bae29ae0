// A draft in a version that was withdrawn: what is said of it, and what leads on.
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WithdrawnNotice } from '../../../renderer/features/notes/follow/withdrawn-notice.tsx'
import type { Command } from '../../../renderer/workbench/contribution.ts'
import { withdrawalSchema } from '../../../shared/template/template.ts'
import { draft } from '../notes/support.ts'
import { freshWindow, showParts } from './workbench/support.tsx'

const withdrawn = withdrawalSchema.parse({
  at: '2026-03-04T08:00:00.000Z',
  by: { name: 'Bo Lind', role: 'specialist' },
  reason: 'Lagen har ändrats.',
})
const move = { id: 'note.move', title: 'notes.command.move', run: vi.fn() } satisfies Command
const follow = { id: 'note.follow', title: 'follow.command', run: vi.fn() } satisfies Command

beforeEach(freshWindow)
afterEach(() => {
  cleanup()
  vi.clearAllMocks()
})

test.each([
  { what: 'no newer version', newer: undefined, isOffered: false, says: /byt mall/, leads: move },
  { what: 'a newer one that was declined', newer: 3, isOffered: false, says: /version 3/, leads: follow },
  { what: 'a newer one, offered below', newer: 3, isOffered: true, says: /version 3/, leads: undefined },
])('with $what', ({ newer, isOffered, says, leads }) => {
  const note = draft()
  const notice = <WithdrawnNotice note={note} withdrawn={withdrawn} newer={newer} isOffered={isOffered} />
  showParts(notice, [{ id: 'notes', commands: [move, follow] }])
  const told = screen.getByRole('note', { name: 'Mallen är tillbakadragen' })
  expect(told.textContent).toContain(
    'Version 2 drogs tillbaka av Bo Lind, 2026-03-04 kl. 09.00: Lagen har ändrats.',
  )
  expect(told.textContent).toMatch(says)
  for (const button of screen.queryAllByRole('button')) fireEvent.click(button)
  for (const command of [move, follow]) expect(command.run).toHaveBeenCalledTimes(command === leads ? 1 : 0)
})

import type { ArchiveStatus } from '../../shared/api/archive.ts'
import { refusalMessage } from '../../shared/api/errors.ts'
import { messageText } from '../../shared/text/index.ts'
import { type Action, may } from '../../shared/user/may.ts'
import { useArchive } from '../workbench/context.ts'
import type { Command, CommandRefusal, Workbench } from '../workbench/contribution.ts'
import { targetCase } from './active-note.ts'
import { isReceived } from './received.ts'

/** Whether the one who works in the open archive may do something: what the core would refuse is not offered. */
export function mayHere(archive: ArchiveStatus, action: Action): boolean {
  if (archive.state !== 'open') return false
  const { user, rights } = archive
  return may(user.role, action, { demo: archive.archive.demo, rights })
}

/** The same in a view. */
export const useMay = (action: Action): boolean => mayHere(useArchive(), action)

/** Why the one who works now may not do something, in the words that the core refuses it with. */
function roleRefusal({ archive, language, t }: Workbench, action: Action): CommandRefusal | undefined {
  if (archive.state !== 'open' || mayHere(archive, action)) return undefined
  const { demo } = archive.archive
  const why = refusalMessage('ROLE_REFUSED', { role: archive.user.role, action, demo })
  return { short: t('people.refused'), why: why === undefined ? '' : messageText(language, why) }
}

/** Refuses a command to whoever may not do what it does. */
export const refusedWithout =
  (action: Action): NonNullable<Command['refused']> =>
  (workbench) =>
    roleRefusal(workbench, action)

/** Refuses a command that changes a case or a note: to whoever may not, and where the case was received for review. */
export const refusedWriting =
  (action: Action = 'write'): NonNullable<Command['refused']> =>
  (workbench, args) => {
    const refused = roleRefusal(workbench, action)
    if (refused !== undefined || !isReceived(workbench, targetCase(workbench, args))) return refused
    const { t } = workbench
    return { short: t('packages.received'), why: t('errors.CASE_RECEIVED') }
  }

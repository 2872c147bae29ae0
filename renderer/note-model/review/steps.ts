import { useQuery } from '@tanstack/react-query'
import type { ArchiveStatus } from '../../../shared/api/archive.ts'
import { type NoteVerb, type StepRefusal, stepRefusal } from '../../../shared/note/lifecycle.ts'
import type { StoredNote } from '../../../shared/note/note.ts'
import { demandsReview, stateOf } from '../../../shared/note/review.ts'
import type { Analysis } from '../../../shared/rules/index.ts'
import { may } from '../../../shared/user/may.ts'
import { isSamePerson, type User } from '../../../shared/user/user.ts'
import { apiOf, useApi } from '../../api/use-client.ts'
import { useArchive } from '../../workbench/context.ts'
import type { Workbench } from '../../workbench/contribution.ts'
import type { NoteTarget } from '../active-note.ts'
import { noteServices } from '../services.ts'
import { useReading } from '../use-note.ts'

/** What keeps the one who works now from a step; undefined where nothing does. The core asks again. */
export type RefusalOfStep = (verb: NoteVerb) => StepRefusal | undefined

interface Known {
  readonly note: StoredNote
  readonly archive: ArchiveStatus
  /** Everybody who has written in the note, as far as it is known here; its author at least. */
  readonly writers: readonly User[]
  readonly read: Pick<Analysis, 'template' | 'holds'> | undefined
}

function stepsFrom({ note, archive, writers, read }: Known): RefusalOfStep {
  return (verb) => {
    if (archive.state !== 'open') return 'role'
    const { user } = archive
    const { demo } = archive.archive
    return stepRefusal(verb, {
      state: stateOf(note),
      revision: note.revision,
      reviewed: note.status === 'utkast' ? note.review?.revision : undefined,
      demanded: read !== undefined && demandsReview(read.template, read.holds),
      hasWritten: [note.author, ...writers].some((writer) => isSamePerson(writer, user)),
      allowed: (action) => may(user.role, action, { demo }),
      // Asked for when the step is taken.
      reason: '-',
    })
  }
}

/** What can be done with an open note now, for what is drawn. */
export function useSteps(note: StoredNote): RefusalOfStep {
  const archive = useArchive()
  const user = archive.state === 'open' ? archive.user : undefined
  const isAuthor = user !== undefined && isSamePerson(note.author, user)
  const input = { id: note.id }
  // An author need not be looked for among those who have written.
  const { data = [] } = useQuery({ ...useApi().review.writers.queryOptions({ input }), enabled: !isAuthor })
  const demanded = useReading(note.id, (read) => demandsReview(read.template, read.holds)) === true
  const template = useReading(note.id, (read) => read.template)
  return stepsFrom({
    note,
    archive,
    writers: data,
    read: template && { template, holds: () => demanded },
  })
}

/** The same for a command, of what the window knows at that moment. */
export function stepsOf(workbench: Workbench, target: NoteTarget | undefined): RefusalOfStep {
  const { client, queryClient, archive } = workbench
  const services = noteServices(client)
  const note = target && services.sessions.get(target.noteId)?.note()
  if (!note) return () => 'state'
  const key = apiOf(client).review.writers.queryKey({ input: { id: note.id } })
  return stepsFrom({
    note,
    archive,
    writers: queryClient.getQueryData(key) ?? [],
    read: services.readings.of(note.id),
  })
}

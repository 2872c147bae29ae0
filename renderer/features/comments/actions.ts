import type { ArchiveStatus } from '../../../shared/api/archive.ts'
import type { NoteId } from '../../../shared/case/ids.ts'
import { type EntryId, openSuggestion, type Thread, type Words } from '../../../shared/comments/thread.ts'
import { type Action, may } from '../../../shared/user/may.ts'
import { errorText } from '../../api/error-text.ts'
import type { Translate } from '../../base/use-t.ts'
import { noteServices } from '../../note-model/services.ts'
import type { Services } from '../../workbench/contribution.ts'

/** What is done with threads needs of the window. */
type Window = Pick<Services, 'client' | 'notify'> & { readonly t: Translate }

/** Whether who works now may do this, as the core decides it. */
export function mayDo(archive: ArchiveStatus, action: Action): boolean {
  if (archive.state !== 'open') return false
  const { user, rights, archive: info } = archive
  return may(user.role, action, { demo: info.demo, rights })
}

/** Does it, or says why it could not be done. */
async function attempt({ notify, t }: Window, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    notify(errorText(t, error), 'error')
    return false
  }
}

/** Saves what is unsaved in a note, so that what is done about its text is about what is on the screen. */
async function saved({ client }: Window, note: NoteId): Promise<boolean> {
  const session = noteServices(client).sessions.get(note)
  return session === undefined || session.saveState().kind === 'signed' || session.flush()
}

/** Begins a thread about what was chosen when the writing began. */
export async function begin(
  window: Window,
  note: NoteId,
  anchor: Thread['anchor'],
  words: Words,
): Promise<boolean> {
  // Where the text cannot be saved now, the words are looked for in what is.
  await saved(window, note)
  return attempt(window, () => window.client.comments.begin({ note, anchor, ...words }))
}

export const reply = (window: Window, thread: Thread, words: Words): Promise<boolean> =>
  attempt(window, () => window.client.comments.reply({ thread: thread.id, ...words }))

export const decline = (window: Window, thread: Thread, entry: EntryId, reason: string): Promise<boolean> =>
  attempt(window, () => window.client.comments.decline({ thread: thread.id, entry, reason }))

/** Resolves a thread, or opens it again. */
export const settle = (window: Window, thread: Thread, how: 'resolve' | 'reopen'): Promise<boolean> =>
  attempt(window, () => window.client.comments[how]({ thread: thread.id }))

/**
 * Puts the words that are suggested in the note, as one step that can be undone. The core does it with what is saved; the same
 * is then done on the screen, unless something was written meanwhile: that meets it as what two windows write does.
 */
export async function accept(window: Window, thread: Thread): Promise<boolean> {
  const { client, notify, t } = window
  const { note, place } = thread
  const suggestion = openSuggestion(thread)
  if (suggestion === undefined || place.kind !== 'passage') return false
  if (!(await saved(window, note))) {
    notify(t('comments.unsaved'), 'error')
    return false
  }
  const session = noteServices(client).sessions.get(note)
  const before = session?.answers()
  return attempt(window, async () => {
    const { revision } = session?.note() ?? (await client.notes.get({ id: note }))
    const done = await client.comments.accept({
      thread: thread.id,
      entry: suggestion.id,
      baseRevision: revision,
    })
    const value = done.note.answers[place.field]
    if (session && value !== undefined && session.answers() === before)
      session.apply([{ field: place.field, value }])
  })
}

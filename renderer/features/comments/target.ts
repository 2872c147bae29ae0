import { type NoteId, noteIdSchema } from '../../../shared/case/ids.ts'
import { passageText } from '../../../shared/comments/passages.ts'
import { isResolved, type Thread } from '../../../shared/comments/thread.ts'
import { apiOf } from '../../api/use-client.ts'
import { caretOf, takesText, writtenCaret } from '../../base/caret.ts'
import { targetNote } from '../../note-model/active-note.ts'
import { noteServices } from '../../note-model/services.ts'
import type { CommandArgs, Workbench } from '../../workbench/contribution.ts'
import { covers } from './anchor.ts'

/** The note that a command about comments is for: the one that is named, else the active one. */
export function noteOf(workbench: Workbench, args: CommandArgs): NoteId | undefined {
  return noteIdSchema.safeParse(args.noteId).data ?? targetNote(workbench)?.noteId
}

/**
 * The threads of a note as the window knows them, or is about to: a key that comes right behind a comment finds it, while the list
 * with it is still on its way.
 */
export const threadsOf = (
  { queryClient, client }: Pick<Workbench, 'queryClient' | 'client'>,
  note: NoteId,
): Promise<Thread[]> =>
  queryClient.fetchQuery(apiOf(client).comments.ofNote.queryOptions({ input: { note } }))

const attributeAt = (element: Element, ...names: string[]) =>
  names.map((name) => element.closest(`[${name}]`)?.getAttribute(name)).find((value) => value != null)

/** Among the open threads of a field, the one at the caret or of the row, else the first. */
function atCaret(threads: readonly Thread[], focus: Element, text: string | undefined): Thread | undefined {
  const caret = takesText(focus) ? caretOf(focus) : undefined
  const isPlain = focus instanceof HTMLInputElement || focus instanceof HTMLTextAreaElement
  const at = caret && (isPlain || text === undefined ? caret : writtenCaret(text, caret)).end
  const row = attributeAt(focus, 'data-row', 'data-line')
  return (
    threads.find((thread) => at !== undefined && covers(thread, at)) ??
    threads.find(({ place }) => place.kind === 'row' && place.row === row) ??
    threads[0]
  )
}

/** The thread that a command is for: the one that is named or has the focus in the panel, else the one where the focus is in the note. */
export async function threadFor(workbench: Workbench, args: CommandArgs): Promise<Thread | undefined> {
  const note = noteOf(workbench, args)
  const { activeElement: focus } = document
  if (note === undefined) return undefined
  const threads = await threadsOf(workbench, note)
  const id = args.thread ?? (focus && attributeAt(focus, 'data-thread'))
  if (id != null) return threads.find((thread) => thread.id === id)
  const field = focus && attributeAt(focus, 'data-field')
  if (focus === null || field == null) return undefined
  const answers = noteServices(workbench.client).sessions.get(note)?.answers()
  const inField = threads.filter((thread) => {
    const { place } = thread
    return !isResolved(thread) && place.kind !== 'note' && place.field === field
  })
  return atCaret(inField, focus, passageText(answers?.[field]))
}

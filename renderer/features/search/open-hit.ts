import type { CaseId, NoteId } from '../../../shared/case/ids.ts'
import { noteServices } from '../../note-model/services.ts'
import type { OpenOptions, Services } from '../../workbench/contribution.ts'
import type { FoundHit } from './found.ts'

/** How many frames a record that has just been opened gets to draw itself. */
const PATIENCE = 60

/** Brings the words of a hit into view in a record, which has no field that could take the focus. */
function showInRecord(note: NoteId, words: string, left = PATIENCE): void {
  const record = document.querySelector<HTMLElement>(`[data-note="${CSS.escape(note)}"]`)
  if (record === null || record.offsetParent === null) {
    if (left > 0) requestAnimationFrame(() => showInRecord(note, words, left - 1))
    return
  }
  const sought = words.toLowerCase()
  const places = [...record.querySelectorAll<HTMLElement>('.journal *')].filter(
    ({ textContent }) => sought !== '' && textContent.toLowerCase().includes(sought),
  )
  // The innermost comes last: it is the paragraph, and not the document around it.
  const place = places.findLast((each) => !places.some((other) => other !== each && each.contains(other)))
  record.focus({ preventScroll: true })
  place?.scrollIntoView({ block: 'center' })
}

/** Opens what was found: the note at the field that says it, the thread of a comment, or the case. */
export function openHit(
  { client, editors, layout, runCommand }: Services,
  caseId: CaseId,
  hit: FoundHit,
  options?: OpenOptions,
): void {
  const { noteId, commentId, place, status, sentence } = hit
  if (noteId === undefined) {
    editors.open({ type: 'case', caseId }, options)
    return
  }
  const isRecord = status === 'journalford'
  if (place !== undefined && !isRecord && commentId === undefined)
    noteServices(client).goTo.set({
      note: noteId,
      where: { field: place.fieldId, ...(place.rowId && { row: place.rowId }) },
    })
  editors.open({ type: 'note', noteId, caseId }, options)
  if (commentId !== undefined) {
    layout.showPanelView('comments')
    runCommand('comments.show', { noteId, caseId, thread: commentId })
  } else if (isRecord) {
    const [[from, to] = [0, 0]] = sentence.marks
    showInRecord(noteId, sentence.text.slice(from, to))
  }
}

import type { NoteId } from '../../../../shared/case/ids.ts'

/** A note being written, one that is read, and the record of a signed one are all made of sections. */
const SECTIONS = '.note-section, .journal-section'

const shownNote = (id: NoteId) => document.querySelector<HTMLElement>(`.note[data-note="${CSS.escape(id)}"]`)

/** Whether a note stands on the screen. */
export const isShown = (id: NoteId): boolean => shownNote(id) !== null

/** The sections of a note, as they stand on the screen; none where it is not shown. */
export const sectionsOf = (id: NoteId | undefined): HTMLElement[] => [
  ...((id && shownNote(id)?.querySelectorAll<HTMLElement>(SECTIONS)) ?? []),
]

/** The heading of a section. */
export const headingOf = (section: Element | undefined): string =>
  section?.querySelector('h2')?.textContent.trim() ?? ''

/**
 * Marks the section of a note that is spoken of and brings it into sight; what stands around it steps back. Gives the way to undo
 * that. The marks are on the page alone, since three views of a note show sections, and none of them has to know that it is presented.
 */
export function speakOf(id: NoteId, place: number): () => void {
  const note = shownNote(id)
  const section = sectionsOf(id)[place]
  if (note === null || section === undefined) return () => undefined
  note.dataset.speaking = ''
  section.dataset.spoken = ''
  section.scrollIntoView({ block: 'start' })
  return () => {
    delete note.dataset.speaking
    delete section.dataset.spoken
  }
}

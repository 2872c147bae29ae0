import type { NoteId } from '../../../../shared/case/ids.ts'
import type { FieldId } from '../../../../shared/fields/base.ts'
import type { Spoken } from './state.ts'

/** A note being written, one that is read, and the record of a signed one are all made of sections. */
const SECTIONS = '.note-section, .journal-section'

/** How long a note that has just been opened goes on drawing itself, and moves what is below. */
const SETTLE_MS = 200

/** A note as it stands on the screen; null where it does not. */
export const shownNote = (id: NoteId) =>
  document.querySelector<HTMLElement>(`.note[data-note="${CSS.escape(id)}"]`)

/** Whether a note stands on the screen. */
export const isShown = (id: NoteId): boolean => shownNote(id) !== null

/** The sections of a note, as they stand on the screen; none where it is not shown. */
export const sectionsOf = (id: NoteId | undefined): HTMLElement[] => [
  ...((id && shownNote(id)?.querySelectorAll<HTMLElement>(SECTIONS)) ?? []),
]

/** A field of a note as it is asked, or as a record says it in one block or more; none where it is not shown. */
function fieldIn(note: HTMLElement, field: FieldId): HTMLElement[] {
  const named = (attribute: string) => [
    ...note.querySelectorAll<HTMLElement>(`[${attribute}="${CSS.escape(field)}"]`),
  ]
  const asked = named('data-field')
  return asked.length > 0 ? asked : named('data-answers')
}

/** The section that a field of a note stands in, by its place; -1 where the field is not shown. */
export function sectionWith(id: NoteId, field: FieldId): number {
  const note = shownNote(id)
  const section = note && fieldIn(note, field)[0]?.closest<HTMLElement>(SECTIONS)
  return section == null ? -1 : sectionsOf(id).indexOf(section)
}

/** The heading of a section. */
export const headingOf = (section: Element | undefined): string =>
  section?.querySelector('h2')?.textContent.trim() ?? ''

/**
 * Marks what is spoken of in a note and brings it into sight; what stands around it steps back. Gives the way to undo that. The
 * marks are on the page alone, since three views of a note show sections, and none of them has to know that it is presented.
 */
export function speakOf(id: NoteId, { section, field }: Spoken): () => void {
  const note = shownNote(id)
  const whole = sectionsOf(id)[section]
  if (note === null || whole === undefined) return () => undefined
  const parts = field === undefined ? [whole] : fieldIn(note, field)
  note.dataset.speaking = ''
  for (const part of parts) part.dataset.spoken = ''
  const show = () => parts[0]?.scrollIntoView({ block: 'start' })
  show()
  const settled = setTimeout(show, SETTLE_MS)
  return () => {
    clearTimeout(settled)
    delete note.dataset.speaking
    for (const part of parts) delete part.dataset.spoken
  }
}

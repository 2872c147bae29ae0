/** A note being written, one that is read, and the record of a signed one are all made of sections. */
const NOTE = '.dv-active-group .note'
const SECTIONS = '.note-section, .journal-section'

/** The sections of the note that is presented, as they stand on the screen; none where the active document is no note. */
export const sectionsShown = (): HTMLElement[] => [
  ...(document.querySelector(NOTE)?.querySelectorAll<HTMLElement>(SECTIONS) ?? []),
]

/** The heading of a section. */
export const headingOf = (section: Element | undefined): string =>
  section?.querySelector('h2')?.textContent.trim() ?? ''

/**
 * Marks the section that is spoken of and brings it into sight; what stands around it steps back. Gives the way to undo that. The
 * marks are on the page alone, since three views of a note show sections, and none of them has to know that it is presented.
 */
export function speakOf(place: number | undefined): () => void {
  const section = place === undefined ? undefined : sectionsShown()[place]
  const note = section?.closest<HTMLElement>('.note')
  if (section === undefined || note == null) return () => undefined
  note.dataset.speaking = ''
  section.dataset.spoken = ''
  section.scrollIntoView({ block: 'start' })
  return () => {
    delete note.dataset.speaking
    delete section.dataset.spoken
  }
}

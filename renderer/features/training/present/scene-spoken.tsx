import { useEffect, useMemo } from 'react'
import type { ReadNote } from '../../../../shared/note/read-note.ts'
import { templateIndex } from '../../../../shared/template/template.ts'
import type { Localized } from '../../../../shared/text/index.ts'
import { useLanguage } from '../../../base/use-t.ts'
import { useReading } from '../../../note-model/use-note.ts'
import { type BeginsIn, notesOf } from '../packs/show-scene.ts'
import { useScene } from '../packs/state.ts'
import { headingOf, sectionsOf } from './sections.ts'
import { speakFrom, speakOnlyOf } from './state.ts'

/** A scene that begins with a part of a note is spoken of from there, in each of the notes that it shows beside each other. */
export function SceneSpoken() {
  const shown = useScene((state) => state.shown)
  const begins = useMemo(() => (shown === undefined ? [] : notesOf(shown)), [shown])
  useEffect(() => {
    if (begins.length > 0) speakOnlyOf(() => false)
  }, [begins])
  return begins.map((each) => <Begun key={each.noteId} begins={each} />)
}

/** The title of the section of a note that a scene begins with. */
function sectionTitle({ template }: ReadNote, begins: BeginsIn): Localized | undefined {
  const section =
    begins.field === undefined
      ? template.sections.find(({ id }) => id === begins.section)
      : templateIndex(template).byId.get(begins.field)?.section
  return section?.title
}

function Begun({ begins }: { begins: BeginsIn }) {
  const language = useLanguage()
  const title = useReading(begins.noteId, (read) => sectionTitle(read, begins))?.[language]
  useEffect(() => {
    if (title === undefined) return
    // The note has just been opened: its sections are on the screen a frame later.
    const frame = requestAnimationFrame(() => {
      const place = sectionsOf(begins.noteId).findIndex((section) => headingOf(section) === title)
      if (place !== -1) speakFrom(begins.noteId, place)
    })
    return () => cancelAnimationFrame(frame)
  }, [title, begins])
  return null
}

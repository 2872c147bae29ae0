import { useEffect, useMemo } from 'react'
import type { ReadNote } from '../../../../shared/note/read-note.ts'
import { templateIndex } from '../../../../shared/template/template.ts'
import type { Localized } from '../../../../shared/text/index.ts'
import { focusWhenShown } from '../../../base/focus-when-shown.ts'
import { useLanguage } from '../../../base/use-t.ts'
import { useReading } from '../../../note-model/use-note.ts'
import { notesOf, type PointsIn } from '../packs/show-scene.ts'
import { useScene } from '../packs/state.ts'
import { headingOf, sectionsOf, sectionWith, shownNote } from './sections.ts'
import { speakFrom, usePresenting } from './state.ts'

/** What a scene points at is spoken of, in each of the notes that it shows beside each other. */
export function SceneSpoken() {
  const shown = useScene((state) => state.shown)
  const isOn = usePresenting((state) => state.isOn)
  const points = useMemo(() => (shown === undefined ? [] : notesOf(shown)), [shown])
  // Everything stands elsewhere once it is larger: what is pointed at is brought into sight anew.
  return points.map((each) => <Pointed key={`${each.noteId} ${isOn}`} points={each} />)
}

/** The title of the section of a note that a scene points into. */
function sectionTitle({ template }: ReadNote, { field, section }: PointsIn): Localized | undefined {
  return field === undefined
    ? template.sections.find(({ id }) => id === section)?.title
    : templateIndex(template).byId.get(field)?.section.title
}

function Pointed({ points }: { points: PointsIn }) {
  const language = useLanguage()
  const title = useReading(points.noteId, (read) => sectionTitle(read, points))?.[language]
  useEffect(() => {
    const { noteId, field, section } = points
    const note = {
      get current() {
        return shownNote(noteId)
      },
    }
    const stop = focusWhenShown(
      note,
      (element) => {
        if (field === undefined && section === undefined) {
          element.scrollIntoView({ block: 'start' })
          return true
        }
        const place = field === undefined ? -1 : sectionWith(noteId, field)
        // A record leaves out what has no answer: then it is the section that is spoken of.
        const at = place === -1 ? sectionsOf(noteId).findIndex((each) => headingOf(each) === title) : place
        if (at === -1) return false
        speakFrom(noteId, { section: at, field: place === -1 ? undefined : field })
        return true
      },
      () => undefined,
    )
    return () => {
      stop()
      speakFrom(noteId, undefined)
    }
  }, [title, points])
  return null
}

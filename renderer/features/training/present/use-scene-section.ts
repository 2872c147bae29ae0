import { useEffect } from 'react'
import type { ReadNote } from '../../../../shared/note/read-note.ts'
import { templateIndex } from '../../../../shared/template/template.ts'
import type { Localized } from '../../../../shared/text/index.ts'
import { useLanguage } from '../../../base/use-t.ts'
import { firstNoteOf } from '../packs/show-scene.ts'
import { type SceneShown, useScene } from '../packs/state.ts'
import { useActiveReading } from '../use-active-reading.ts'
import { headingOf, sectionsShown } from './sections.ts'
import { usePresenting } from './state.ts'

/** The title of the section that a scene begins with, where it begins in this note. */
function sectionTitle(shown: SceneShown | undefined, read: ReadNote | undefined): Localized | undefined {
  const begins = shown && firstNoteOf(shown)
  if (begins === undefined || read?.note.id !== begins.noteId) return undefined
  const { template } = read
  const section =
    begins.field === undefined
      ? template.sections.find(({ id }) => id === begins.section)
      : templateIndex(template).byId.get(begins.field)?.section
  return section?.title
}

/** A scene that begins with a part of a note is spoken of from there. */
export function useSceneSection(): void {
  const language = useLanguage()
  const shown = useScene((state) => state.shown)
  const title = sectionTitle(shown, useActiveReading())?.[language]
  useEffect(() => {
    if (shown === undefined || title === undefined) return
    // The note has just been opened: its sections are on the screen a frame later.
    const frame = requestAnimationFrame(() => {
      const place = sectionsShown().findIndex((section) => headingOf(section) === title)
      if (place !== -1) usePresenting.setState({ section: place })
    })
    return () => cancelAnimationFrame(frame)
  }, [title, shown])
}

import { useMemo } from 'react'
import { holdsAnswer } from '../../../../shared/fields/index.ts'
import type { ReadNote } from '../../../../shared/note/read-note.ts'
import type { Section } from '../../../../shared/template/template.ts'
import type { Language } from '../../../../shared/text/index.ts'
import type { SpeakerNotes } from '../../../../shared/training/speaker.ts'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { useActiveNote } from '../../../note-model/use-note.ts'
import { sceneOf, useScene } from '../packs/state.ts'
import { useActiveReading } from '../use-active-reading.ts'
import { headingOf, sectionsOf } from './sections.ts'
import { spokenIn, usePresenting } from './state.ts'

/** What a section is for, and what demands each of its fields. */
function pointsOf(read: ReadNote, { fields }: Section, language: Language): SpeakerNotes['points'] {
  return fields.filter(holdsAnswer).flatMap(({ id, label, demand }) => {
    if (!read.visible(id)) return []
    const text = label[language]
    if (demand.basis === 'eget-val') return [{ text }]
    return [{ text, source: demand.basis === 'lag' ? demand.provision : demand.source }]
  })
}

/** What the speaker has before them: what the scene says, or of the note that is presented the section that is spoken of, and why its fields are asked. */
export function useSpeakerNotes(): SpeakerNotes {
  const t = useT()
  const language = useLanguage()
  const read = useActiveReading()
  const active = useActiveNote()
  const place = usePresenting((state) => spokenIn(state, active))
  const shownScene = useScene((state) => state.shown)
  return useMemo(() => {
    const { scene, next } = sceneOf(shownScene)
    const shown = sectionsOf(active)
    const heading = place === undefined ? '' : headingOf(shown[place])
    const section = read?.template.sections.find(({ title }) => title[language] === heading)
    const where =
      place === undefined
        ? t('present.whole')
        : t('present.section', { section: place + 1, of: shown.length, title: heading })
    const notes = { type: 'notes', language, place: where } as const
    if (scene !== undefined)
      return {
        ...notes,
        title: scene.title[language],
        say: [scene.say[language]],
        points: scene.shows.flatMap(({ points = [] }) =>
          points.map(({ text, source }) => ({ text: text[language], ...(source && { source }) })),
        ),
        ...(next && { nextScene: next.title[language] }),
      }
    return {
      ...notes,
      title: read?.template.title[language] ?? t('present.nothing'),
      say: [section === undefined ? read?.template.summary[language] : section.help?.[language]].filter(
        (text) => text !== undefined,
      ),
      points: read && section ? pointsOf(read, section, language) : [],
    }
  }, [t, language, read, active, place, shownScene])
}

import { useMemo } from 'react'
import type { Demand } from '../../../../shared/fields/base.ts'
import { holdsAnswer } from '../../../../shared/fields/index.ts'
import type { ReadNote } from '../../../../shared/note/read-note.ts'
import { citationTexts } from '../../../../shared/sources/cite.ts'
import type { Section } from '../../../../shared/template/template.ts'
import type { Language } from '../../../../shared/text/index.ts'
import { sceneTold } from '../../../../shared/training/scene-told.ts'
import type { SpeakerNotes } from '../../../../shared/training/speaker.ts'
import { useTemplates } from '../../../api/use-client.ts'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { useActiveNote } from '../../../note-model/use-note.ts'
import { sceneOf, useScene } from '../packs/state.ts'
import { useActiveReading } from '../use-active-reading.ts'
import { headingOf, sectionsOf } from './sections.ts'
import { spokenIn, usePresenting } from './state.ts'

type Points = SpeakerNotes['shows'][number]['points']

/** Where a demand rests, in words. */
function sourcesOf(demand: Demand, language: Language): string[] {
  if (demand.basis === 'eget-val') return []
  return citationTexts(demand.basis === 'lag' ? demand.provision : demand.source, language)
}

/** The fields of a section, and what demands each. */
const pointsOf = (read: ReadNote, { fields }: Section, language: Language): Points =>
  fields
    .filter(holdsAnswer)
    .filter(({ id }) => read.visible(id))
    .map(({ label, demand }) => ({ text: label[language], sources: sourcesOf(demand, language) }))

/** What the speaker has before them: what the scene says, or of the note that is presented the section that is spoken of, and why its fields are asked. */
export function useSpeakerNotes(): SpeakerNotes {
  const t = useT()
  const language = useLanguage()
  const read = useActiveReading()
  const active = useActiveNote()
  const { data: templates } = useTemplates()
  const place = usePresenting((state) => spokenIn(state, active)?.section)
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
    const notes = { type: 'notes', language } as const
    if (shownScene !== undefined && scene !== undefined) {
      const which = t('scenes.place', {
        scene: shownScene.place + 1,
        of: shownScene.pack.scenes?.length ?? 0,
      })
      return {
        ...notes,
        title: scene.title[language],
        place: place === undefined ? which : t('present.place', { scene: which, section: where }),
        say: [scene.say[language]],
        shows: sceneTold(shownScene.pack, scene, { templates: templates ?? [], language }).map(
          ({ title, points }) => ({
            title,
            points: points.map(({ label, text, source }) => ({
              label,
              text,
              sources: source === undefined ? [] : citationTexts(source, language),
            })),
          }),
        ),
        ...(next && { nextScene: next.title[language] }),
      }
    }
    return {
      ...notes,
      title: read?.template.title[language] ?? t('present.nothing'),
      place: where,
      say: [section === undefined ? read?.template.summary[language] : section.help?.[language]].filter(
        (text) => text !== undefined,
      ),
      shows: read && section ? [{ points: pointsOf(read, section, language) }] : [],
    }
  }, [t, language, read, active, templates, place, shownScene])
}

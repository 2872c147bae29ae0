import type { FieldId } from '../fields/base.ts'
import { newestVersions, type Template, templateIndex } from '../template/template.ts'
import { inLanguage, translate } from '../text/index.ts'
import { wholeCase } from './cases.ts'
import type { Pack, PackScene, PackShown } from './pack.ts'
import type { CastReading } from './read-cast.ts'

/** Something that a scene points at: in which field, what is said of it, and where that rests. */
export interface PointTold {
  readonly field: FieldId | undefined
  /** What the field is called. */
  readonly label: string | undefined
  readonly text: string
  readonly source: string | undefined
}

/** One of the things that a scene shows: a document in a case, or the case as a whole. */
export interface ShownTold {
  readonly title: string
  /** What the note is written in; undefined where it is the case as a whole. */
  readonly template: Template | undefined
  readonly points: readonly PointTold[]
}

type Telling = Pick<CastReading, 'templates' | 'language'>

function shownTold(pack: Pack, shown: PackShown, { templates, language }: Telling): ShownTold {
  const whole = wholeCase(pack, shown.case)
  const note = whole?.notes.find(({ key }) => key === shown.note)
  const template = newestVersions(templates).find(({ id }) => id === note?.template)
  const number = whole?.details.number ?? ''
  const labelOf = (field: FieldId | undefined) => {
    const label = field && template && templateIndex(template).byId.get(field)?.field.label
    return label && inLanguage(language, label)
  }
  return {
    title:
      template === undefined
        ? translate(language, 'scenes.shows.case', { number })
        : translate(language, 'scenes.shows.note', { title: inLanguage(language, template.title), number }),
    template,
    points: (shown.points ?? []).map(({ field, text, source }) => ({
      field,
      label: labelOf(field),
      text: inLanguage(language, text),
      source,
    })),
  }
}

/** What a scene shows, in words: for the window that learners see, the speaker's window and the handout. */
export const sceneTold = (pack: Pack, scene: PackScene, telling: Telling): ShownTold[] =>
  scene.shows.map((shown) => shownTold(pack, shown, telling))

import type { JournalBlock, JournalSection } from '../journal/entry.ts'
import { citations, citationText } from '../sources/cite.ts'
import { templateIndex } from '../template/template.ts'
import { inLanguage } from '../text/index.ts'
import { paragraphsOf, printableLine } from '../text/printable.ts'
import { packNoteId } from './ids.ts'
import type { PackPoint, PackScene, PackShown } from './pack.ts'
import type { Printed } from './printed.ts'

/** A reference in words that a reader with the documents in hand finds by. */
export const sourceText = ({ language }: Pick<Printed, 'language'>, reference: string): string =>
  citations(reference)
    .map((citation) => citationText(citation, language))
    .join('; ')

/** The note that a scene shows; undefined where it shows the case as a whole. */
const shownNote = ({ pack, cases }: Printed, shown: PackShown) =>
  cases
    .find(({ of }) => of.key === shown.case)
    ?.notes.find(({ note }) => note.id === packNoteId(pack.id, shown.case, shown.note ?? ''))

/** What is said of a field, after what the field is called. */
function pointText(printed: Printed, shown: PackShown, { field, text, source }: PackPoint): string {
  const { language, say, t } = printed
  const read = shownNote(printed, shown)
  const label = read && field && templateIndex(read.template).byId.get(field)?.field.label
  const words =
    label === undefined
      ? say(text)
      : t('handout.point', { label: inLanguage(language, label), text: say(text) })
  return source === undefined ? words : `${words} (${sourceText(printed, source)})`
}

function shownBlock(printed: Printed, shown: PackShown): JournalBlock {
  const { cases, language, t } = printed
  const read = shownNote(printed, shown)
  const number = cases.find(({ of }) => of.key === shown.case)?.of.case.number ?? ''
  const label =
    read === undefined
      ? t('handout.shows.case', { number })
      : t('handout.shows.note', { title: printableLine(inLanguage(language, read.template.title)), number })
  const points = (shown.points ?? []).map((point) => pointText(printed, shown, point))
  return points.length === 0
    ? { type: 'answer', label: t('handout.shows'), text: label }
    : { type: 'list', label, items: points }
}

function sceneSection(printed: Printed, scene: PackScene, index: number): JournalSection {
  const { audience, language, say, t } = printed
  const said: JournalBlock = {
    type: 'text',
    label: t('handout.say'),
    paragraphs: paragraphsOf(inLanguage(language, scene.say)),
  }
  return {
    title: t('handout.scene', { number: index + 1, title: say(scene.title) }),
    level: 3,
    blocks: [
      ...(audience === 'trainer' ? [said] : []),
      ...scene.shows.map((shown) => shownBlock(printed, shown)),
      ...(scene.source === undefined
        ? []
        : [{ type: 'answer' as const, label: t('handout.source'), text: sourceText(printed, scene.source) }]),
    ],
  }
}

/** What a trainer shows, scene by scene: what goes where, and why. */
export function sceneSections(printed: Printed): JournalSection[] {
  const { scenes = [] } = printed.pack
  const { t } = printed
  if (scenes.length === 0) return []
  const count = { type: 'answer' as const, label: t('handout.scenes.count'), text: String(scenes.length) }
  return [
    { title: t('handout.scenes'), blocks: [count] },
    ...scenes.map((scene, index) => sceneSection(printed, scene, index)),
  ]
}

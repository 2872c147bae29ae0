import type { JournalBlock, JournalSection } from '../journal/entry.ts'
import { citationTexts } from '../sources/cite.ts'
import { inLanguage } from '../text/index.ts'
import { paragraphsOf, printableLine } from '../text/printable.ts'
import type { PackScene } from './pack.ts'
import type { Printed } from './printed.ts'
import { type PointTold, type ShownTold, sceneTold } from './scene-told.ts'

/** A reference in words that a reader with the documents in hand finds by. */
export const sourceText = ({ language }: Pick<Printed, 'language'>, reference: string): string =>
  citationTexts(reference, language).join('; ')

/** What is said of a field, after what the field is called. */
function pointText(printed: Printed, { label, text, source }: PointTold): string {
  const words = printableLine(label === undefined ? text : printed.t('handout.point', { label, text }))
  return source === undefined ? words : `${words} (${sourceText(printed, source)})`
}

function shownBlock(printed: Printed, told: ShownTold): JournalBlock {
  const label = printableLine(told.title)
  const points = told.points.map((point) => pointText(printed, point))
  return points.length === 0
    ? { type: 'answer', label: printed.t('handout.shows'), text: label }
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
      ...sceneTold(printed.pack, scene, printed).map((told) => shownBlock(printed, told)),
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

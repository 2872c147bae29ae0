import { useId, useState } from 'react'
import { dateOfDay } from '../../../../shared/case/chain.ts'
import { limitsOf } from '../../../../shared/overview/limits.ts'
import { messageText } from '../../../../shared/text/index.ts'
import { wholeCase } from '../../../../shared/training/cases.ts'
import { packCaseId } from '../../../../shared/training/ids.ts'
import type { Pack } from '../../../../shared/training/pack.ts'
import { useCase, useTemplates } from '../../../api/use-client.ts'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { useWorkbench } from '../../../workbench/context.ts'
import { editorOf } from './show-scene.ts'

const written = { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' } as const

/** The case on a day that is chosen: what had been written by then, and which limit came next. */
export function DaySlider({ pack, caseKey }: { pack: Pack; caseKey: string }) {
  const t = useT()
  const id = useId()
  const language = useLanguage()
  const { editors } = useWorkbench()
  const whole = wholeCase(pack, caseKey)
  const { data } = useCase(packCaseId(pack.id, caseKey))
  const { data: templates = [] } = useTemplates()
  const [chosen, setChosen] = useState<number>()
  if (whole === undefined || data === undefined) return null
  const day = chosen ?? whole.day
  const date = dateOfDay(data.case.firstSickDay, day)
  const said = t('scenes.day', {
    day,
    date: new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', written).format(new Date(date)),
  })
  const next = limitsOf(data.case, [], date).find(({ isNext }) => isNext)
  const known = whole.notes.filter((note) => note.day <= day).toSorted((one, other) => other.day - one.day)
  const titleOf = (template: string) =>
    templates.find((each) => each.id === template)?.title[language] ?? template
  return (
    <section className="packs-day" aria-labelledby={`${id}-title`}>
      <h2 className="packs-heading" id={`${id}-title`}>
        {t('scenes.day.heading')}
      </h2>
      <label className="form-label" htmlFor={id}>
        {t('scenes.day.label')}
      </label>
      <input
        id={id}
        className="packs-range"
        type="range"
        min={1}
        max={whole.day}
        value={day}
        aria-valuetext={said}
        onChange={(event) => setChosen(event.target.valueAsNumber)}
      />
      <p className="packs-day-said">{said}</p>
      <p>
        {next === undefined
          ? t('scenes.day.noLimit')
          : t('scenes.day.next', {
              day: next.day,
              meaning: next.meaning.map((each) => messageText(language, each)).join(' '),
            })}
      </p>
      <h3 className="packs-subheading">{t('scenes.day.known', { count: known.length })}</h3>
      <ul>
        {known.map((note) => (
          <li key={note.key}>
            <button
              type="button"
              className="link-button packs-scene"
              onClick={() => editors.open(editorOf(pack, { case: caseKey, note: note.key }))}
            >
              {t('scenes.day.note', { day: note.day, title: titleOf(note.template) })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

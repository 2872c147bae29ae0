import { useId, useMemo, useState } from 'react'
import { dateOfDay } from '../../../../shared/case/chain.ts'
import type { IsoDate } from '../../../../shared/case/dates.ts'
import { overviewOf } from '../../../../shared/overview/overview.ts'
import { readWholeCase } from '../../../../shared/projection/read-case.ts'
import { type Language, messageText } from '../../../../shared/text/index.ts'
import { wholeCase } from '../../../../shared/training/cases.ts'
import { packCaseId } from '../../../../shared/training/ids.ts'
import { knownOn, type WholeStory } from '../../../../shared/training/known-on.ts'
import type { Pack } from '../../../../shared/training/pack.ts'
import { useCase, useNotesOfCase, useTemplates } from '../../../api/use-client.ts'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { useNoteName } from '../../../note-model/note-name.ts'
import { useWorkbench } from '../../../workbench/context.ts'

const written = { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' } as const

function dateSaid(language: Language, date: IsoDate): string {
  return new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', written).format(new Date(date))
}

/** The case of a pack on a day that is chosen: which limit came next, what was missing or late, and what had been written. */
export function DaySlider(props: {
  pack: Pack
  caseKey: string
  /** The day that it is seen on until another is chosen, where that is not the day that the case has reached. */
  from: number | undefined
}) {
  const { pack, caseKey, from } = props
  const t = useT()
  const id = useId()
  const language = useLanguage()
  const reached = wholeCase(pack, caseKey)?.day ?? 1
  const caseId = packCaseId(pack.id, caseKey)
  const { data: of } = useCase(caseId)
  const { data: notes } = useNotesOfCase(caseId)
  const [chosen, setChosen] = useState<number>()
  const story = useMemo(() => of && notes && { case: of.case, notes }, [of, notes])
  if (story === undefined) return null
  const day = chosen ?? from ?? reached
  const date = dateOfDay(story.case.firstSickDay, day)
  const said = t('scenes.day', { day, date: dateSaid(language, date) })
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
        max={reached}
        value={day}
        aria-valuetext={said}
        onChange={(event) => setChosen(event.target.valueAsNumber)}
      />
      <p className="packs-day-said">{said}</p>
      <KnownThen story={story} date={date} />
    </section>
  )
}

/** What was known of the case on the day, and what the rules said of it then. */
function KnownThen({ story, date }: { story: WholeStory; date: IsoDate }) {
  const t = useT()
  const language = useLanguage()
  const nameOf = useNoteName()
  const { editors } = useWorkbench()
  const { data: templates } = useTemplates()
  const known = useMemo(
    () => overviewOf(readWholeCase(knownOn(story, date, templates ?? [], language)), language),
    [story, date, templates, language],
  )
  const next = known.limits.find(({ isNext }) => isNext)
  const { markers } = known.read
  return (
    <>
      <p>
        {next === undefined
          ? t('scenes.day.noLimit')
          : t('scenes.day.next', {
              day: next.day,
              meaning: next.meaning.map((each) => messageText(language, each)).join(' '),
            })}
      </p>
      <h3 className="packs-subheading">{t('scenes.day.found', { count: markers.length })}</h3>
      <ul>
        {markers.map(({ rule, message }) => (
          <li key={`${rule} ${messageText(language, message)}`}>
            {rule}: {messageText(language, message)}
          </li>
        ))}
      </ul>
      <h3 className="packs-subheading">{t('scenes.day.known', { count: known.notes.length })}</h3>
      <ul>
        {known.notes.toReversed().map(({ note }) => (
          <li key={note.id}>
            <button
              type="button"
              className="link-button packs-scene"
              onClick={() => editors.open({ type: 'note', noteId: note.id, caseId: story.case.id })}
            >
              {nameOf(note)}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useId, useMemo, useState } from 'react'
import { dateOfDay } from '../../../../shared/case/chain.ts'
import type { IsoDate } from '../../../../shared/case/dates.ts'
import { limitsOf } from '../../../../shared/overview/limits.ts'
import type { Language } from '../../../../shared/text/index.ts'
import { wholeCase } from '../../../../shared/training/cases.ts'
import { packCaseId } from '../../../../shared/training/ids.ts'
import type { Pack } from '../../../../shared/training/pack.ts'
import { useApi, useCase, useNotesOfCase } from '../../../api/use-client.ts'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { KnownThen } from './known-then.tsx'

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
  const { data: byDay } = useQuery(useApi().history.byDay.queryOptions({ input: { caseId } }))
  const [chosen, setChosen] = useState<number>()
  const story = useMemo(() => of && notes && byDay && { case: of.case, notes, byDay }, [of, notes, byDay])
  if (story === undefined) return null
  const day = chosen ?? from ?? reached
  const date = dateOfDay(story.case.firstSickDay, day)
  const limits = limitsOf(story.case, [], date).flatMap((limit) => (limit.day <= reached ? [limit.day] : []))
  const said = t('scenes.day', { day, date: dateSaid(language, date) })
  return (
    <section className="packs-day" aria-labelledby={`${id}-title`}>
      <h2 className="packs-heading" id={`${id}-title`}>
        {t('scenes.day.heading')}
      </h2>
      <div className="packs-day-choice">
        <label className="form-label" htmlFor={id}>
          {t('scenes.day.label')}
        </label>
        <DayEntry key={day} day={day} reached={reached} label={t('scenes.day.entry')} onChoose={setChosen} />
      </div>
      <input
        id={id}
        className="packs-range"
        type="range"
        min={1}
        max={reached}
        value={day}
        list={`${id}-limits`}
        aria-valuetext={said}
        onChange={(event) => setChosen(event.target.valueAsNumber)}
      />
      <datalist id={`${id}-limits`}>
        {limits.map((limit) => (
          <option key={limit} value={limit} />
        ))}
      </datalist>
      <fieldset className="form-segments packs-limits" aria-label={t('scenes.day.limits')}>
        {limits.map((limit) => (
          <button
            key={limit}
            type="button"
            className="form-segment"
            aria-pressed={limit === day}
            onClick={() => setChosen(limit)}
          >
            {t('scenes.day.limit', { day: limit })}
          </button>
        ))}
      </fieldset>
      <p className="packs-day-said">{said}</p>
      <KnownThen story={story} date={date} />
    </section>
  )
}

/** The day as it is typed: taken when Enter is pressed or the field is left, and put right where the case has no such day. */
function DayEntry(props: { day: number; reached: number; label: string; onChoose: (day: number) => void }) {
  const { day, reached, label, onChoose } = props
  const [text, setText] = useState(String(day))
  const take = () => {
    const typed = Number(text)
    if (Number.isInteger(typed) && typed >= 1) onChoose(Math.min(typed, reached))
    else setText(String(day))
  }
  return (
    <input
      className="form-input packs-day-entry"
      inputMode="numeric"
      aria-label={label}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take()
      }}
    />
  )
}

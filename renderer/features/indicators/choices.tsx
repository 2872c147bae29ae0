import { useQuery } from '@tanstack/react-query'
import { addMonths, MOST_MONTHS, monthOf } from '../../../shared/indicators/months.ts'
import { populationIds } from '../../../shared/indicators/populations.ts'
import { breakdowns } from '../../../shared/indicators/survey.ts'
import { monthText } from '../../../shared/indicators/words.ts'
import { useApi } from '../../api/use-client.ts'
import { useToday } from '../../base/clock.ts'
import { SelectField } from '../../base/form-kit.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useFigureState } from './state.ts'

/** Values of the choice of an office besides names, which no name can be: all of them, and none named. */
const ALL = '*all'
const NONE = '*none'
const nameOf = (office: string) => `=${office}`

/** What the figures are of: months, office, population; of interviews also what they are divided by. */
export function FigureChoices({ ofSurvey = false }: { ofSurvey?: boolean }) {
  const t = useT()
  return (
    <fieldset className="figure-choices" aria-label={t('indicators.choices')}>
      <Population />
      <Months />
      <Offices />
      {ofSurvey ? <BreakdownChoice /> : null}
    </fieldset>
  )
}

function Population() {
  const t = useT()
  const population = useFigureState((state) => state.population)
  return (
    <SelectField
      label={t('indicators.population')}
      value={population}
      options={populationIds.map((id) => ({ value: id, label: t(`indicators.population.${id}`) }))}
      onChange={(chosen) => useFigureState.setState({ population: chosen })}
    />
  )
}

function Months() {
  const t = useT()
  const language = useLanguage()
  const present = monthOf(useToday())
  const from = useFigureState((state) => state.from)
  const to = useFigureState((state) => state.to)
  const options = Array.from({ length: MOST_MONTHS }, (_, before) => ({
    value: String(before),
    label: monthText(language, addMonths(present, -before)),
  }))
  return (
    <>
      <SelectField
        label={t('indicators.from')}
        value={String(from)}
        options={options}
        onChange={(chosen) => {
          const first = Number(chosen)
          useFigureState.setState({ from: first, to: Math.min(first, to) })
        }}
      />
      <SelectField
        label={t('indicators.to')}
        value={String(to)}
        options={options}
        onChange={(chosen) => {
          const last = Number(chosen)
          useFigureState.setState({ to: last, from: Math.max(last, from) })
        }}
      />
    </>
  )
}

function Offices() {
  const t = useT()
  const office = useFigureState((state) => state.office)
  const { data = [] } = useQuery(useApi().indicators.offices.queryOptions())
  return (
    <SelectField
      label={t('indicators.office')}
      value={office === undefined ? ALL : office === null ? NONE : nameOf(office)}
      options={[
        { value: ALL, label: t('indicators.office.all') },
        ...data.map((name) => ({ value: nameOf(name), label: name })),
        { value: NONE, label: t('indicators.office.none') },
      ]}
      onChange={(chosen) => {
        const named = chosen === ALL ? undefined : chosen === NONE ? null : chosen.slice(1)
        useFigureState.setState({ office: named })
      }}
    />
  )
}

function BreakdownChoice() {
  const t = useT()
  const breakdown = useFigureState((state) => state.breakdown)
  return (
    <SelectField
      label={t('indicators.breakdown')}
      value={breakdown ?? ''}
      options={[
        { value: '', label: t('indicators.breakdown.none') },
        ...breakdowns.map((id) => ({ value: id, label: t(`indicators.breakdown.${id}`) })),
      ]}
      onChange={(chosen) => useFigureState.setState({ breakdown: breakdowns.find((id) => id === chosen) })}
    />
  )
}

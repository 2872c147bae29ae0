import { useQuery } from '@tanstack/react-query'
import type { IsoDate } from '../../../shared/case/dates.ts'
import type { ReportAsked } from '../../../shared/indicators/figure.ts'
import { addMonths, monthOf } from '../../../shared/indicators/months.ts'
import { useApi } from '../../api/use-client.ts'
import { useToday } from '../../base/clock.ts'
import { useFigureState } from './state.ts'

type Chosen = Pick<ReturnType<typeof useFigureState.getState>, 'population' | 'from' | 'to' | 'office'>

/** What is asked for on a day. */
export function askedOn(today: IsoDate, { population, from, to, office }: Chosen): ReportAsked {
  const present = monthOf(today)
  const months = { from: addMonths(present, -from), to: addMonths(present, -to) }
  return { population, ...months, today, ...(office === undefined ? {} : { office }) }
}

export const useAsked = (): ReportAsked => {
  const today = useToday()
  const population = useFigureState((state) => state.population)
  const from = useFigureState((state) => state.from)
  const to = useFigureState((state) => state.to)
  const office = useFigureState((state) => state.office)
  return askedOn(today, { population, from, to, office })
}

/** The report that is asked for. It is read again when it is asked for anew, not at every save: figures are of months. */
export function useReport() {
  return useQuery(
    useApi().indicators.report.queryOptions({ input: useAsked(), placeholderData: (before) => before }),
  )
}

/** The answers of interviews, for the same. */
export function useSurvey() {
  const breakdown = useFigureState((state) => state.breakdown)
  const asked = useAsked()
  const input = breakdown === undefined ? asked : { ...asked, breakdown }
  return useQuery(useApi().indicators.survey.queryOptions({ input, placeholderData: (before) => before }))
}

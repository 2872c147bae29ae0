import { createContext, use, useEffect, useState } from 'react'
import { type IsoDate, swedishDate } from '../../shared/case/dates.ts'

/** The time, so that tests can set it by hand. */
export interface Clock {
  now: () => Date
  /** Runs once after `ms` milliseconds; the returned function cancels it. */
  after: (ms: number, run: () => void) => () => void
}

export const systemClock: Clock = {
  now: () => new Date(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

const MINUTE = 60_000

/** The day that the open archive is played on, where it does not go by the calendar. */
export const PlayedOn = createContext<IsoDate | undefined>(undefined)

/** Today's date: the archive's own, or this machine's, which changes at midnight while the program stays open. */
export function useToday(): IsoDate {
  const played = use(PlayedOn)
  const [today, setToday] = useState(() => swedishDate(new Date()))
  useEffect(() => {
    const timer = setInterval(() => setToday(swedishDate(new Date())), MINUTE)
    return () => clearInterval(timer)
  }, [])
  return played ?? today
}

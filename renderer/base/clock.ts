import { useEffect, useState } from 'react'
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

/** Today's date on this machine; changes at midnight while the program stays open. */
export function useToday(): IsoDate {
  const [today, setToday] = useState(() => swedishDate(new Date()))
  useEffect(() => {
    const timer = setInterval(() => setToday(swedishDate(new Date())), MINUTE)
    return () => clearInterval(timer)
  }, [])
  return today
}

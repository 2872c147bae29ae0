import { useEffect, useState } from 'react'
import { type IsoDate, localDate } from '../../shared/case/dates.ts'

const MINUTE = 60_000

/** Today's date on this machine; changes at midnight while the program stays open. */
export function useToday(): IsoDate {
  const [today, setToday] = useState(() => localDate(new Date()))
  useEffect(() => {
    const timer = setInterval(() => setToday(localDate(new Date())), MINUTE)
    return () => clearInterval(timer)
  }, [])
  return today
}

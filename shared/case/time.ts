import { type Language, translate } from '../text/index.ts'
import { type IsoDate, isoDateSchema, type Timestamp } from './dates.ts'

// A record says the same time wherever it is read, so the agency's time zone and not the machine's. Own choice.
const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'short',
})

function parts(at: Timestamp): { date: string; time: string } {
  const [date = '', time = ''] = clock.format(new Date(at)).split(' ')
  return { date, time: time.replace(':', '.') }
}

/** A point in time as people write it, in Swedish time: "2026-05-01 kl. 14.32". */
export function timeText(language: Language, at: Timestamp): string {
  return translate(language, 'journal.tid', parts(at))
}

/** The Swedish calendar date at a point in time. */
export function dateAt(at: Timestamp): IsoDate {
  return isoDateSchema.parse(parts(at).date)
}

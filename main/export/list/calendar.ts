import { createHash } from 'node:crypto'
import { ICalCalendar, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { IsoDate } from '../../../shared/case/dates.ts'
import type { lateKinds } from '../../../shared/note/late.ts'
import { type Language, translate } from '../../../shared/text/index.ts'

/** Something to be done on a day in a case, by its number alone. */
export interface CalendarDay {
  /** Tells it from the others; nothing of it stands in the file. */
  readonly key: string
  readonly number: string
  readonly kind: (typeof lateKinds)[number]
  readonly due: IsoDate
}

/**
 * Days as iCalendar (RFC 5545), a whole day each. A calendar is shown on phones and to colleagues: it says the number of the case
 * and what kind of thing, and nothing else. The same day has the same id each time, so that it is not had twice.
 */
export function calendarFile(
  days: readonly CalendarDay[],
  { today, at, language }: { today: IsoDate; at: Date; language: Language },
): { fileName: string; mimeType: string; bytes: Uint8Array } {
  const calendar = new ICalCalendar({
    name: translate(language, 'watch.calendar'),
    prodId: { company: 'Klarlagt', product: 'Klarlagt', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const { key, number, kind, due } of days)
    calendar.createEvent({
      id: `${createHash('sha256').update(`${key} ${kind} ${due}`).digest('hex').slice(0, 32)}@klarlagt`,
      start: new Date(`${due}T00:00:00`),
      allDay: true,
      stamp: at,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: translate(language, 'watch.calendar.event', {
        kind: translate(language, `watch.due.${kind}`),
        number,
      }),
    })
  return {
    fileName: `klarlagt-uppfoljningar-${today}.ics`,
    mimeType: 'text/calendar',
    bytes: new TextEncoder().encode(calendar.toString()),
  }
}

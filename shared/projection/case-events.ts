import { type IsoDate, parseDate } from '../case/dates.ts'
import { dayOfNote } from '../note/case-insatser.ts'
import type { ReadNote } from '../note/read-note.ts'
import type { DerivedCell, eventKinds, RowOf } from './derived-rows.ts'

export type EventKind = (typeof eventKinds)[number]

/** What a note tells that has happened, each once, and on which day where that is not the note's own. */
function told(read: ReadNote): { kind: EventKind; date?: IsoDate | undefined }[] {
  const { kind } = read.template
  const chosen = (concept: Parameters<ReadNote['field']>[0]) => read.answer(concept, 'choice')?.value
  const found: { kind: EventKind; date?: IsoDate | undefined }[] = []
  const add = (event: EventKind, happened: boolean, date?: IsoDate) => {
    if (happened) found.push({ kind: event, date })
  }
  const plan = chosen('plan-status')
  add('plan-begard', plan === 'begard', parseDate(read.answer('handelse-datum', 'date') ?? ''))
  add('plan-inkommen', plan === 'inkommen')
  add('plan-uppfoljd', kind === 'uppfoljning' && read.field('plan-uppfoljning') !== undefined)
  const need = chosen('behov-resultat')
  add('behov-klarlagt', need === 'behov-finns' || need === 'inget-behov')
  add('planering', kind === 'planering')
  // A meeting that is called to, or was called off, has not been held.
  const held = chosen('mote-status')
  add('mote', kind === 'mote' && (held === undefined || held === 'genomfort'))
  add('kontakt', read.answered('arbetsgivarkontakt'))
  const handedOver = parseDate(read.answer('tips-lamnat-datum', 'date') ?? '')
  add('tips', chosen('tips-lamnat') === 'lamnat', handedOver)
  const support = chosen('stod-lage')
  add('arbetsplatsstod', support === 'ska-anlita' || support === 'pagar' || support === 'avslutat')
  add('stallningstagande', kind === 'stallningstagande')
  add('intervju', kind === 'intervju')
  if (found.length === 0) add('anteckning', true)
  return found
}

const figureKinds: readonly DerivedCell[] = ['plan-inkommen', 'arbetsplatsstod', 'tips'] satisfies EventKind[]

/** The events of a case that figures are of; of each kind, the first is told from those after it. */
export function figureEvents(
  events: readonly RowOf<'case_events'>[],
  {
    employment,
    first_sick_day,
    office,
  }: Pick<RowOf<'case_facts'>, 'employment' | 'first_sick_day' | 'office'>,
): RowOf<'case_figure_events'>[] {
  const counted = events.filter(({ kind }) => figureKinds.includes(kind))
  const firsts = new Map<DerivedCell, RowOf<'case_events'>>()
  for (const event of counted) {
    const before = firsts.get(event.kind)
    if (before === undefined || String(event.date) < String(before.date)) firsts.set(event.kind, event)
  }
  return counted.map((event) => {
    const { kind, date, channel, initiative } = event
    const is_first = firsts.get(kind) === event ? 1 : 0
    return { kind, date, is_first, channel, initiative, employment, first_sick_day, office }
  })
}

/** What has happened in a case, note by note in the order they are given. A note can tell of more than one thing. */
export function eventsIn(notes: readonly ReadNote[]): RowOf<'case_events'>[] {
  return notes.flatMap((read) =>
    told(read).map(({ kind, date }) => {
      const isPlan = kind === 'plan-begard' || kind === 'plan-inkommen'
      const chosen = (concept: 'plan-kanal' | 'plan-initiativ') =>
        (isPlan ? read.answer(concept, 'choice')?.value : undefined) ?? null
      return {
        kind,
        date: date ?? dayOfNote(read),
        note_id: read.note.id,
        channel: chosen('plan-kanal'),
        initiative: chosen('plan-initiativ'),
      }
    }),
  )
}

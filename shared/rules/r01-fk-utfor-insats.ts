import { documentKinds } from '../case/kinds.ts'
import type { Insats } from '../case/rows.ts'
import type { FieldOf } from '../fields/index.ts'
import { insatsColumns } from '../fields/insatser.ts'
import { rowPlace } from '../fields/place.ts'
import { readingMarker } from '../note/check/objections.ts'
import type { NoteRule } from '../note/check/rule.ts'
import { editFix, type Fix, goTo, type Marker } from '../note/marker.ts'
import { type ReadNote, whereRow } from '../note/read-note.ts'
import { localized } from '../text/index.ts'
import { moveToAktiviteter } from './move-to-aktiviteter.ts'
import { readDescription } from './text/description.ts'
import { readPerformer } from './text/performer.ts'
import type { Reading } from './text/reading.ts'

/** A name as it is compared: letters and single spaces, whatever the case. */
const nameKey = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase()

/** Those at the agency whose names we know: who writes, who has the case, and its persons at Försäkringskassan. */
function staffOf({ note, context: { case: details } }: ReadNote): string[] {
  const persons = details.persons.flatMap(({ name, role }) => (role === 'forsakringskassan' ? [name] : []))
  return [note.author.name, details.assignedTo, ...persons].map(nameKey)
}

interface FkPerforms {
  column: 'performer' | 'what'
  reading: Pick<Reading, 'words' | 'sentence'>
}

/** Where Försäkringskassan is said to do the insats: as its performer, or as the subject of its description. */
function fkPerforms({ performer, what }: Insats, staff: readonly string[]): FkPerforms | undefined {
  const actor = performer?.actor
  const knownOther = actor !== undefined && actor !== 'annan'
  const name = performer?.name
  if (name !== undefined) {
    const isStaff = staff.includes(nameKey(name))
    const reading = isStaff ? { words: name, sentence: name } : readPerformer(name, knownOther)
    if (reading) return { column: 'performer', reading }
  }
  const unnamed = actor === undefined && (name ?? '').trim() === ''
  const reading = unnamed ? readDescription(what ?? '') : undefined
  return reading && { column: 'what', reading }
}

function fixesFor(
  insats: Insats,
  index: number,
  field: FieldOf<'insatser'>,
  read: ReadNote,
  column: 'performer' | 'what',
): Fix[] {
  const { note } = read
  const [aktiviteter] = read.ofType('aktiviteter')
  if (aktiviteter) {
    const move = moveToAktiviteter(insats, field, aktiviteter.field, note.answers)
    if (move) return [move]
  }
  const where = whereRow(read, field, insats.id, column)
  if (column === 'what') return [goTo('rules.r1.goTo', where)]
  const actor = insats.performer?.actor
  const clear = rowPlace(field.label, note.answers[field.id], index, insats.id)
    .cell('performer', localized(insatsColumns.performer.label))
    .edit(['rules.r1.removePerformer'], actor === undefined ? undefined : { actor })
  return [editFix(field.id, clear), goTo('rules.r1.goTo', where)]
}

function check(read: ReadNote): Marker[] {
  const inPlan = read.template.kind === 'arbetsgivarens-plan'
  const staff = staffOf(read)
  return read.ofType('insatser').flatMap(({ field, answer }) =>
    (answer ?? []).flatMap((insats, index) => {
      const found = fkPerforms(insats, staff)
      if (!found) return []
      const { column, reading } = found
      const params = { row: index + 1, label: field.label }
      const key =
        column === 'what' ? 'rules.r1.description' : inPlan ? 'rules.r1.inPlan' : 'rules.r1.performer'
      return [
        readingMarker(
          'R1',
          column === 'what' ? 'warning' : 'error',
          [key, params],
          whereRow(read, field, insats.id, column),
          {
            words: [reading.words],
            sentence: reading.sentence,
            fixes: fixesFor(insats, index, field, read, column),
          },
        ),
      ]
    }),
  )
}

/**
 * R1: an insats has Försäkringskassan as performer. The agency coordinates and performs no rehabilitation; its
 * own steps are FK-aktiviteter. Where no performer is named but the description has the agency as its subject, a warning.
 */
export const r01: NoteRule = {
  id: 'R1',
  scope: 'note',
  protects: true,
  sources: ['001:1009-1015', '001:4443-4449', '002:125-129', '000:523-527'],
  kinds: documentKinds,
  reads: { types: ['insatser', 'aktiviteter'] },
  check,
}

// A list over cases as a file, read by others: no cell is anything but what it says, and the calendar says nothing of anybody.
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { calendarFile } from '../../../main/export/list/calendar.ts'
import { listFile } from '../../../main/export/list/table.ts'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { querySchema } from '../../../shared/watch/list.ts'
import { type WatchRow, watchRowSchema } from '../../../shared/watch/row.ts'
import { libreOfficeTable, readerTest } from './readers.ts'

const today = isoDateSchema.parse('2026-03-04')
const query = querySchema.parse({
  of: 'case',
  filters: [],
  columns: ['number', 'name', 'day', 'planState'],
  sort: [],
})

/** What programs have taken for formulas, or for an end of the cell. */
const hostile = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '  =1+1',
  '＝1+1',
  '";=1+1',
  '=HYPERLINK("http://example.invalid")',
  "=cmd|' /C calc'!A0",
]

const rowOf = (name: string, index: number): WatchRow =>
  watchRowSchema.parse({
    key: String(index),
    caseId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    number: `26-${index}`,
    name,
    firstSickDay: '2026-03-01',
    cells: [`26-${index}`, name, '2026-03-01', index === 0 ? null : 'begard'],
  })
const rows = hostile.map(rowOf)

const said = (name: string) => name.replace(/[\t\r\n]/g, ' ').trim()

/** The cells of a CSV in which every text is quoted, and numbers are not. */
const cellsOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
      ),
    )

describe('a list as a table', () => {
  test('in CSV gives an apostrophe to what begins like a formula, and quotes every cell', async () => {
    const { bytes, fileName } = await listFile({ query, today }, rows, 'csv', 'sv')
    const [head, ...lines] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\r\n')
    expect(fileName).toBe('klarlagt-lista-2026-03-04.csv')
    expect(head).toBe('\uFEFF"Ärende";"Den försäkrade";"Dag";"Arbetsgivarens plan"')
    expect(lines[0]).toBe(`"26-0";"'=1+1";"4";""`)
    for (const line of lines.filter(Boolean)) expect(line).toMatch(/^"[^"]*";"(?![=+\-@\s＝])/u)
  })

  readerTest(['scalc'], 'is opened without a formula in it, as CSV and as a workbook', async () => {
    for (const format of ['csv', 'xlsx'] as const) {
      const { bytes } = await listFile({ query, today }, rows, format, 'sv')
      const [head, ...read] = cellsOf(libreOfficeTable(bytes, format))
      expect(head).toEqual(['Ärende', 'Den försäkrade', 'Dag', 'Arbetsgivarens plan'])
      const names = read.map(([, name]) => name?.replace(/^'/, ''))
      expect(names, format).toEqual(hostile.map(said))
      expect(read[1]?.[3], format).toBe('Begärd')
    }
  })

  readerTest(
    ['soffice'],
    'is read as a formula where nobody minds it: the reader would show one',
    async () => {
      const careless = new TextEncoder().encode('"=1+1"\r\n')
      const [[shown] = []] = cellsOf(libreOfficeTable(careless, 'csv'))
      expect(shown).not.toBe("'=1+1")
    },
  )
})

describe('follow-ups as a calendar', () => {
  const days = [
    { key: 'a', number: '26-1187', kind: 'followUp' as const, due: isoDateSchema.parse('2026-03-09') },
    { key: 'b', number: '26-1\r\nATTENDEE:x', kind: 'requestedPlan' as const, due: today },
  ]
  const file = calendarFile(days, { today, at: new Date('2026-03-04T10:00:00Z'), language: 'sv' })
  const text = new TextDecoder().decode(file.bytes)
  const events = ICAL.Component.fromString(text)
    .getAllSubcomponents('vevent')
    .map((each) => new ICAL.Event(each))

  test('is a whole day each, with the number of the case and what it is', () => {
    expect(events.map(({ summary, startDate }) => [summary, startDate.isDate, startDate.toString()])).toEqual(
      [
        ['Uppföljning, ärende 26-1187', true, '2026-03-09'],
        ['Begärd plan, ärende 26-1\nATTENDEE:x', true, '2026-03-04'],
      ],
    )
  })

  test('says nothing else of anybody', () => {
    const told = new Set(
      events.flatMap(({ component }) => component.getAllProperties().map(({ name }) => name)),
    )
    // Outlook is told once more that it is a whole day.
    const outlook = ['x-microsoft-cdo-alldayevent', 'x-microsoft-msncalendar-alldayevent']
    expect([...told].toSorted()).toEqual([
      'dtstamp',
      'dtstart',
      'sequence',
      'summary',
      'transp',
      'uid',
      ...outlook,
    ])
  })

  test('has the same id for the same day, so that it is not had twice', () => {
    const again = calendarFile(days, { today, at: new Date('2026-03-05T10:00:00Z'), language: 'sv' })
    const uids = (from: string) => [...from.matchAll(/^UID:.*$/gm)].map(([line]) => line)
    expect(uids(new TextDecoder().decode(again.bytes))).toEqual(uids(text))
    expect(new Set(uids(text)).size).toBe(2)
  })
})

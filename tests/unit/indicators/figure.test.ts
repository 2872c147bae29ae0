// What somebody knows who holds the reports of the same months of each office and of all: no figure of one is given away by another.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FigureCell, figureOf, reportAskedSchema } from '../../../shared/indicators/figure.ts'
import { monthSchema, monthsFrom } from '../../../shared/indicators/months.ts'
import type { Office } from '../../../shared/indicators/table.ts'

const [from, to] = [monthSchema.parse('2026-01'), monthSchema.parse('2026-03')]
const months = monthsFrom(from, to)
const offices = ['Norr', 'Söder', 'Väster']
const channels = ['blankett', 'telefon', null]

const tally = fc.record({
  office: fc.constantFrom(...offices),
  at: fc.constantFrom(...months),
  channel: fc.constantFrom(...channels),
  count: fc.integer({ min: 1, max: 14 }),
  hits: fc.constant(0),
  days: fc.constant(0),
  gap: fc.constant(0),
})

type Line = readonly (FigureCell & { readonly true: number })[]

/** Of what adds up to a figure that is shown: how much is hidden, and in how many that somebody stands in. */
function expectNothingLeft(parts: Line, sum: FigureCell | undefined): void {
  const hidden = parts.filter((part) => !part.shown && part.true > 0)
  if (sum?.shown !== true || hidden.length === 0) return
  expect(hidden.length).toBeGreaterThan(1)
  expect(hidden.reduce((all, part) => all + part.true, 0)).toBeGreaterThanOrEqual(10)
}

test('no report of an office, of a month or of a channel can be subtracted from the whole to find fewer than ten', () => {
  fc.assert(
    fc.property(fc.array(tally, { maxLength: 25 }), (tallies) => {
      const parts = { channel: tallies.map((row) => ({ ...row, at: row.channel })), initiative: [] }
      const reportOf = (office: Office | undefined) => {
        const asked = reportAskedSchema.parse({
          population: 'employedLong',
          from,
          to,
          today: '2026-03-31',
          ...(office === undefined ? {} : { office }),
        })
        return figureOf('plansIn', asked, months, { tallies, parts })
      }
      const whole = reportOf(undefined)
      const each = offices.map((office) => ({ office, figure: reportOf(office) }))
      const count = (holds: (row: (typeof tallies)[number]) => boolean) =>
        tallies.filter(holds).reduce((sum, row) => sum + row.count, 0)

      for (const { office, figure } of [{ office: undefined, figure: whole }, ...each]) {
        const isHere = (row: (typeof tallies)[number]) => office === undefined || row.office === office
        const byMonth = figure.months.map(({ month, cell }) => ({
          ...cell,
          true: count((row) => isHere(row) && row.at === month),
        }))
        const byChannel = figure.parts.flatMap(({ part, rows }) =>
          part !== 'channel'
            ? []
            : rows.map(({ value, cell }) => ({
                ...cell,
                true: count((row) => isHere(row) && row.channel === value),
              })),
        )
        expectNothingLeft(byMonth, figure.whole)
        expectNothingLeft(byChannel, figure.whole)
      }
      for (const channel of channels) {
        const cellIn = (figure: typeof whole) =>
          figure.parts[0]?.rows.find(({ value }) => value === channel)?.cell
        const byOffice = each.map(({ office, figure }) => ({
          ...(cellIn(figure) ?? { shown: false as const }),
          true: count((row) => row.office === office && row.channel === channel),
        }))
        expectNothingLeft(byOffice, cellIn(whole))
      }
      for (const { office, cell } of whole.offices)
        expect(each.find((one) => one.office === office)?.figure.whole).toEqual(cell)
    }),
    { numRuns: 500 },
  )
})

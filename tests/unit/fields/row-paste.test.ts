import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDateText } from '../../../shared/case/date-text.ts'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { aktivitetSchema, insatsSchema } from '../../../shared/case/rows.ts'
import { aktivitetColumns } from '../../../shared/fields/aktiviteter.ts'
import { insatsColumns } from '../../../shared/fields/insatser.ts'
import { pastedCells } from '../../../shared/fields/pasted-cells.ts'
import { readPastedRows } from '../../../shared/fields/row-paste.ts'

const origin = {
  today: isoDateSchema.parse('2026-02-03'),
  firstSickDay: isoDateSchema.parse('2025-11-02'),
}
const performerOf = (text: string) =>
  text === 'Arbetsgivaren' ? ({ actor: 'arbetsgivare' } as const) : { name: text }

const insatser = (pasted: string) =>
  readPastedRows(pasted, { columns: insatsColumns, keepIn: 'purpose', performerOf, origin })
const aktiviteter = (pasted: string) =>
  readPastedRows(pasted, { columns: aktivitetColumns, keepIn: 'outcome', performerOf, origin })

const sheet = (...rows: string[][]) => rows.map((cells) => cells.join('\t')).join('\r\n')

describe('lines that are pasted become insatser', () => {
  test('a line a row, without the marks of a list and without blank lines', () => {
    expect(insatser('- Fysioterapi\n\n• Arbetsträning\n3. Samtal hos KBT-terapeut\n  ')).toEqual({
      ok: true,
      rows: [{ what: 'Fysioterapi' }, { what: 'Arbetsträning' }, { what: 'Samtal hos KBT-terapeut' }],
      kept: [],
    })
  })
  test('a number that is no mark of a list stays', () => {
    expect(insatser('2 veckors arbetsträning')).toMatchObject({ rows: [{ what: '2 veckors arbetsträning' }] })
  })
})

describe('a spreadsheet that is pasted becomes insatser', () => {
  test('with headings, in any order and by other names, dates as they are written in Swedish', () => {
    expect(
      insatser(
        sheet(
          ['Start', 'Åtgärd', 'Ansvarig', 'Slut', 'Uppföljning', 'Status'],
          ['3/3', 'Fler pauser', 'Arbetsgivaren', 'den 1 maj', 'v 12', 'Pågår'],
          ['', 'Fysioterapi', 'Vårdcentralen Norr', '', '', 'planerad'],
        ),
      ),
    ).toEqual({
      ok: true,
      kept: [],
      rows: [
        {
          from: '2026-03-03',
          what: 'Fler pauser',
          performer: { actor: 'arbetsgivare' },
          to: '2026-05-01',
          followUp: '2026-03-16',
          status: 'pagar',
        },
        { what: 'Fysioterapi', performer: { name: 'Vårdcentralen Norr' }, status: 'planerad' },
      ],
    })
  })

  test('without headings: texts are what and who, dates from, to and follow-up, words of a list their own', () => {
    expect(
      insatser(
        sheet(
          ['Arbetsträning', 'Arbetsgivaren', '2026-03-02', '2026-04-24', 'Arbetslivsinriktad', 'Planerad'],
          ['KBT', 'Vårdcentralen', '2026-03-09', '', 'Medicinsk', 'Planerad'],
        ),
      ),
    ).toMatchObject({
      kept: [],
      rows: [
        { what: 'Arbetsträning', from: '2026-03-02', to: '2026-04-24', kind: 'arbetslivsinriktad' },
        { what: 'KBT', performer: { name: 'Vårdcentralen' }, from: '2026-03-09', kind: 'medicinsk' },
      ],
    })
  })

  test('a cell of several lines is one cell', () => {
    expect(insatser('Vad\tVem\n"Lättare\nmontering, ""plock"""\tArbetsgivaren')).toMatchObject({
      rows: [{ what: 'Lättare montering, "plock"', performer: { actor: 'arbetsgivare' } }],
    })
  })

  test('what has no column, or does not fit in it, stands in the purpose with its heading and is told', () => {
    expect(
      insatser(
        sheet(
          ['Insats', 'Kostnad', 'Status', 'Från'],
          ['Hjälpmedel', '1 200 kr', 'på gång', 'efter sommaren'],
        ),
      ),
    ).toEqual({
      ok: true,
      rows: [{ what: 'Hjälpmedel', purpose: 'Kostnad: 1 200 kr; Status: på gång', from: 'efter sommaren' }],
      kept: ['Kostnad: 1 200 kr', 'Status: på gång'],
    })
  })

  test('two columns with the same heading: the second is kept as well', () => {
    expect(insatser(sheet(['Insats', 'Från', 'Från'], ['KBT', '3/3', '4/4']))).toMatchObject({
      rows: [{ what: 'KBT', from: '2026-03-03', purpose: 'Från: 4/4' }],
    })
  })
})

test('FK-aktiviteter have columns of their own', () => {
  expect(
    aktiviteter(
      sheet(['Aktivitet', 'Med vem', 'Datum', 'Utfall'], ['Ringa', 'Arbetsgivaren', '3/3', 'Kort samtal']),
    ),
  ).toMatchObject({
    rows: [{ what: 'Ringa', counterpart: 'arbetsgivare', date: '2026-03-03', outcome: 'Kort samtal' }],
  })
})

describe('nothing is taken where something would be lost', () => {
  test.each([
    ['more rows than are pasted at once', 'Möte\n'.repeat(201), 'tooMany'],
    ['a text longer than a row takes', `Kort\n${'x'.repeat(2001)}`, 'tooLong'],
    ['no text', ' \n\t\n', 'nothing'],
  ])('%s', (_name, pasted, why) => expect(insatser(pasted)).toEqual({ ok: false, why }))
})

const cell = fc.oneof(
  fc.constantFrom('Vad', 'Från', 'Status', 'Pågår', '3/3', '2026-02-30', 'Arbetsgivaren', 'Kostnad', '"', ''),
  fc.string({ maxLength: 12 }),
)
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 8 })
/** Letters and digits alone: how a text is parted and punctuated may change, what it says not. */
const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

describe('whatever is pasted', () => {
  test('the rows are insatser, and every word of a sheet without headings is in them', () => {
    fc.assert(
      fc.property(table, (cells) => {
        const plain = cells.map((row) => row.map((text) => text.replace(/[\t\r\n"]/g, '')))
        const pasted = insatser(sheet(...plain))
        if (!pasted.ok) return
        for (const row of pasted.rows) expect(insatsSchema.safeParse({ ...row, id: 'r' }).success).toBe(true)
        // A row for each that says something, less one where the first was taken as headings.
        const filled = plain.filter((row) => row.some((text) => text.trim() !== '')).length
        expect([filled, filled - 1]).toContain(pasted.rows.length)
        if (pasted.rows.length < filled) return
        const said = letters(JSON.stringify(pasted.rows))
        const words = plain
          .flat()
          .filter((text) => !/^(pågår|3\/3|arbetsgivaren|status|från|vad)$/i.test(text.trim()))
          .filter((text) => readDateText(text, origin) === undefined)
        for (const text of words)
          if (letters(text) !== '' && !/\d/.test(text)) expect(said).toContain(letters(JSON.stringify(text)))
      }),
      { numRuns: 500 },
    )
  })

  test('as FK-aktiviteter too', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const pasted = aktiviteter(text)
        if (pasted.ok)
          for (const row of pasted.rows)
            expect(aktivitetSchema.safeParse({ ...row, id: 'r' }).success).toBe(true)
      }),
    )
  })

  test('a spreadsheet gives its cells back, whatever stands in them', () => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        (rows) => {
          const text = rows.map((cells) => cells.map(quoted).join('\t')).join('\n')
          const tidy = (value: string) =>
            value
              .replace(/\r\n?/g, '\n')
              .replace(/\s*\n\s*/g, ' ')
              .trim()
          const expected = rows
            .map((cells) => cells.map(tidy))
            .filter((cells) => cells.some((value) => value !== ''))
          expect(pastedCells(text)).toEqual(expected)
        },
      ),
    )
  })
})

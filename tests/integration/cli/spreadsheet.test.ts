import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import { MAX_SPREADSHEET_BYTES, readSheets } from '../../../main/files/spreadsheet.ts'
import { unzipped, zipped } from '../../../main/files/zip.ts'

const cells = [
  ['type', 'name'],
  ['text', 'a å <&"'],
].map((row) => row.map((value) => ({ value })))
const workbook = async () => writeXlsx([{ data: cells, sheet: 'survey' }]).toBuffer()
const all = () => true

/** The workbook with the rows of its sheet replaced. */
async function withSheet(sheetData: string): Promise<Buffer> {
  const entries = unzipped(await workbook(), all, 1e9)
  return zipped(
    entries.map(({ name, bytes }) =>
      name.includes('worksheets/')
        ? {
            name,
            bytes: Buffer.from(
              bytes.toString().replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${sheetData}</sheetData>`),
            ),
          }
        : { name, bytes },
    ),
  )
}
const faultOf = async (bytes: Uint8Array) => {
  const read = await readSheets(bytes, ['survey'])
  return read.ok ? 'read' : read.fault
}

describe('A spreadsheet from anywhere', () => {
  test('is read by the names of its sheets; one that is not there is left out', async () => {
    const read = await readSheets(await workbook(), ['survey', 'choices'])
    expect(read).toEqual({
      ok: true,
      sheets: {
        survey: [
          ['type', 'name'],
          ['text', 'a å <&"'],
        ],
      },
    })
  })

  test('has numbers, days and yes as text', async () => {
    const row = [
      { value: 5 },
      { value: true },
      { value: new Date('2026-03-01T00:00:00Z'), format: 'yyyy-mm-dd' },
    ]
    const bytes = await writeXlsx([{ data: [row], sheet: 'survey' }]).toBuffer()
    expect(await readSheets(bytes, ['survey'])).toEqual({
      ok: true,
      sheets: { survey: [['5', 'true', '2026-03-01']] },
    })
  })

  test.for([
    ['no archive', Buffer.from('hej')],
    ['nothing', Buffer.alloc(0)],
    ['an archive of something else', zipped([{ name: 'a.xml', bytes: Buffer.from('<a/>') }])],
    ['an end that points nowhere', Buffer.concat([Buffer.from([0x50, 0x4b, 5, 6]), Buffer.alloc(18, 0xff)])],
  ] as const)('is refused where it is %s', async ([, bytes]) => {
    expect(await faultOf(bytes)).not.toBe('read')
  })

  test('is refused where it is larger than a form, packed or unpacked', async () => {
    expect(await faultOf(Buffer.alloc(MAX_SPREADSHEET_BYTES + 1))).toBe('tooLarge')
    const packed = deflateRawSync(Buffer.alloc(100_000_000))
    const bomb = zipped([{ name: 'xl/workbook.xml', bytes: packed }])
    // The entry says that it is deflated, and small: its own word is not believed.
    const list = bomb.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    bomb.writeUInt16LE(8, list + 10)
    bomb.writeUInt32LE(10, list + 24)
    expect(await faultOf(bomb)).toBe('tooLarge')
  })

  test.for([
    ['a row a billion down', '<row r="1000000000"><c r="A1000000000"><v>1</v></c></row>'],
    ['a cell far to the right', '<row r="1"><c r="XFD1"><v>1</v></c></row>'],
    ['a row’s number in another way of writing', '<row r="1e9"/>'],
    ['a row’s number in disguise', '<row r="&#49;00000000"/>'],
    [
      'a row far down with a cell in it',
      '<row r="1048576"><c r="A1048576"/><c r="B1048576"><v>1</v></c></row>',
    ],
    ['more rows than a form has', '<row/>'.repeat(6000)],
    ['more cells than a row has', `<row>${'<c/>'.repeat(300)}</row>`],
    ['a tag behind a comment', '<!-- <c a=" --><row r="1000000000"/>'],
    ['a tag behind a quote', '<x a=">"/><row a=\'"\' r="1000000000"/>'],
    ['a tag that never ends', '<row r="1'],
  ] as const)('is refused where it holds %s', async ([, rows]) => {
    expect(await faultOf(await withSheet(rows))).toBe('tooManyCells')
  })

  test('is read without the empty cells and rows that programs leave far out, where something was formatted once', async () => {
    const left = [
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="3"/><c r="AMJ1" s="3"/><c r="XFD1" s="3"></c></row>',
      '<row r="1048576" s="1" customFormat="1"/>',
      '<row r="1048576"><c r="A1048576" s="1"/> <c r="B1048576" s="1"></c></row>',
    ]
    const sheets = { survey: [['1']] }
    expect(await readSheets(await withSheet(left.join('')), ['survey'])).toEqual({ ok: true, sheets })
  })

  test('is read whatever capitals the names of its sheets have', async () => {
    const bytes = await writeXlsx([{ data: cells, sheet: 'SURVEY' }]).toBuffer()
    expect(await readSheets(bytes, ['survey'])).toMatchObject({
      ok: true,
      sheets: {
        survey: [
          ['type', 'name'],
          ['text', 'a å <&"'],
        ],
      },
    })
  })

  test('is refused, not waited for, where its parts are no XML', async () => {
    const entries = unzipped(await workbook(), all, 1e9)
    const broken = entries.map(({ name, bytes }) => ({ name, bytes: bytes.subarray(0, bytes.length / 2) }))
    expect(await faultOf(zipped(broken))).not.toBe('read')
  })
})

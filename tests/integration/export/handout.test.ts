// A demo pack as a handout, read by those who read PDF and Word.
import { expect, test } from 'vitest'
import { loadTemplates } from '../../../main/core/templates.ts'
import { shippedPacks } from '../../../main/core/training/pack-files.ts'
import { exportHandout } from '../../../main/export/index.ts'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { fieldIdSchema } from '../../../shared/fields/base.ts'
import type { Pack } from '../../../shared/training/pack.ts'
import { type Audience, audiences, type HandoutFormat } from '../../../shared/training/printed.ts'
import { libreOfficeTexts, pdfPages, pdfStructure, readerTest } from './readers.ts'

const templates = loadTemplates('templates').all

function shippedPack(id: string): Pack {
  const found = shippedPacks('templates', templates).all.find((pack) => pack.id === id)
  if (!found) throw new Error(`No pack ${id}`)
  return found
}

const situations = shippedPack('aktorssituationer')
/** The same with a scene, so that all that a handout has stands in it. */
const pack: Pack = {
  ...situations,
  cases: situations.cases.slice(0, 3),
  exercises: situations.exercises?.slice(0, 3),
  scenes: [
    {
      id: 'plan',
      title: { sv: 'Planen är arbetsgivarens', en: 'The plan is the employer’s' },
      say: { sv: 'Se vems dokument det är.', en: 'See whose document it is.' },
      shows: [
        {
          case: 'planen-star-still',
          note: 'planen',
          points: [
            {
              field: fieldIdSchema.parse('kanal'),
              text: { sv: 'Vägen in står här.', en: 'The way in stands here.' },
              source: '000:274-277',
            },
          ],
        },
      ],
    },
  ],
}

async function handout(
  audience: Audience,
  format: HandoutFormat,
  language: 'sv' | 'en' = 'sv',
  of: Pack = pack,
) {
  const today = isoDateSchema.parse('2026-06-03')
  return (await exportHandout(of, { templates, today, language, audience, format })).bytes
}
const inOneLine = (text: string) => text.replace(/\s+/g, ' ')
const pdfText = async (audience: Audience, language?: 'sv' | 'en') =>
  inOneLine(pdfPages(await handout(audience, 'pdf', language)).join(' '))

readerTest(
  ['pdftotext'],
  'the learners’ has cases, scenes, notes and exercises, and no answers',
  async () => {
    const text = await pdfText('learners')
    for (const part of [
      'Ärende 26-2102, Samir Aydin',
      'Vägen in står här.',
      'Lyfthjälp och en kollega vid tunga lass',
      'Övning 1: Chefen berättar om sin plan i telefon',
      'Skriv 2 dokument.',
    ])
      expect(text).toContain(part)
    for (const kept of [
      'Bilaga: facit',
      'Se vems dokument det är.',
      'Hur lång kan väntan på fysioterapi bli?',
    ])
      expect(text).not.toContain(kept)
  },
)

readerTest(
  ['pdftotext'],
  'the trainer’s has also what is said, and the answers with rule and source',
  async () => {
    const text = await pdfText('trainer')
    for (const part of [
      'Se vems dokument det är.',
      'Bilaga: facit',
      'Hur lång kan väntan på fysioterapi bli?',
      'Fråga, och ge inga order.',
      'R14',
    ])
      expect(text).toContain(part)
  },
)

readerTest(['pdftotext'], 'is there in English', async () => {
  const text = await pdfText('trainer', 'en')
  for (const part of ['Appendix: answers', 'Ask, and give no orders.', 'The way in stands here.'])
    expect(text).toContain(part)
})

readerTest(['pdfinfo'], 'its headings tell screen readers what stands below what', async () => {
  // One exercise is enough: pdfinfo takes its time over many pages.
  const short = { ...pack, exercises: pack.exercises?.slice(0, 1) }
  const told = pdfStructure(await handout('trainer', 'pdf', 'sv', short))
  expect(told).toMatch(/^Document\n/)
  const headings = [...told.matchAll(/^ {2}H([1-4]) /gm)].map(([, level]) => Number(level))
  expect(headings.filter((level) => level === 1)).toHaveLength(1)
  expect(new Set(headings)).toEqual(new Set([1, 2, 3, 4]))
  for (const [index, level] of headings.entries())
    expect(level - (headings[index - 1] ?? 0)).toBeLessThanOrEqual(1)
})

readerTest(['soffice'], 'says the same in Word as in PDF', async () => {
  const [learners = '', trainer = ''] = libreOfficeTexts(
    await Promise.all(audiences.map((audience) => handout(audience, 'docx'))),
  ).map(inOneLine)
  for (const text of [learners, trainer])
    expect(text).toContain('Övning 1: Chefen berättar om sin plan i telefon')
  expect(learners).not.toContain('Bilaga: facit')
  expect(trainer).toContain('Fråga, och ge inga order.')
})

test('the same pack on the same day is the same PDF', async () => {
  expect(await handout('trainer', 'pdf')).toEqual(await handout('trainer', 'pdf'))
})

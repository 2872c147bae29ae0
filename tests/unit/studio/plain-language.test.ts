import { describe, expect, test } from 'vitest'
import { plainHints, plainHintsIn } from '../../../shared/studio/plain-language.ts'

const kinds = (text: string) =>
  plainHintsIn(text).map(({ key, params }) => `${key} ${params.word ?? params.verbs ?? ''}`.trim())

/** What the hints were made by: sentences as offices write them, and plain ones beside. */
const tuned: readonly (readonly [string, readonly string[]])[] = [
  ['Ange vilka åtgärder som erfordras.', ['plain.word erfordras']],
  [
    'Har den försäkrade erhållit information angående sina rättigheter?',
    ['plain.word angående', 'plain.word erhållit'],
  ],
  ['Beslut fattas efter att underlaget har granskats.', ['plain.passive fattas, granskats']],
  ['Ärendet utreds och bedöms av handläggaren.', ['plain.passive utreds, bedöms']],
  ['Skriv vad den försäkrade behöver för att komma tillbaka i arbete.', []],
  ['När följer du upp planeringen?', []],
  ['Planen lämnas till den försäkrade.', []],
  ['Den försäkrades egen syn på arbetsgivarens plan', []],
  ['Här finns plats för det som saknas.', []],
]

/** Never looked at while the hints were made: what they are worth on texts that they have not met. */
const heldOut: readonly (readonly [string, readonly string[]])[] = [
  ['Beskriv samtliga insatser som föreligger.', ['plain.word föreligger', 'plain.word samtliga']],
  [
    'Uppgifterna inhämtas och dokumenteras i enlighet med rutinen.',
    ['plain.word i enlighet med', 'plain.passive inhämtas, dokumenteras'],
  ],
  ['Fråga arbetsgivaren vilka anpassningar som är möjliga.', []],
  ['Vad säger läkaren om prognosen?', []],
  ['Mötet hålls på arbetsplatsen.', []],
  ['Tillse att vederbörande kallas.', ['plain.word Tillse', 'plain.word vederbörande']],
]

describe('Hints for plain Swedish', () => {
  test.for(tuned)('tuned: %s', ([text, expected]) => expect(kinds(text)).toEqual(expected))
  test.for(heldOut)('held out: %s', ([text, expected]) => expect(kinds(text)).toEqual(expected))

  test('find a sentence that is too long, not a text of several', () => {
    const words = (count: number) => `${Array.from({ length: count }, () => 'ord').join(' ')}.`
    expect(kinds(words(25))).toEqual([])
    expect(kinds(words(26))).toEqual(['plain.long'])
    expect(kinds(`${words(20)} ${words(20)}`)).toEqual([])
    expect(kinds(`${words(20)}\n${words(20)}`)).toEqual([])
  })

  test('say what the text would be, with capitals where they were', () => {
    expect(plainHintsIn('Erhåller den försäkrade stöd? Vad erhåller hen?')[0]?.replacement).toBe(
      'Får den försäkrade stöd? Vad får hen?',
    )
  })

  test('read words, not parts of them', () => {
    expect(kinds('Kvarsamtliga dylikhet')).toEqual([])
  })

  test('are for every Swedish text of a template in the making, with the path to it, and for nothing else', () => {
    const template = {
      id: 'samtliga',
      title: { sv: 'Samtliga', en: 'samtliga' },
      sections: [
        { fields: [{ label: { sv: 'Vad' }, help: 'samtliga' }, { options: [{ label: { sv: 'enär' } }] }] },
      ],
    }
    expect(plainHints(template).map(({ path }) => path.join('.'))).toEqual([
      'title.sv',
      'sections.0.fields.1.options.0.label.sv',
    ])
  })
})

test('a word that here means something else is left', () => {
  expect(plainHintsIn('Avseende ska fästas vid intyget.').map(({ key }) => key)).not.toContain('plain.word')
  expect(plainHintsIn('Frågan är huruvida det behövs.')[0]?.replacement).toBe('Frågan är om det behövs.')
})

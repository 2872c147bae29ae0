import { describe, expect, test } from 'vitest'
import { readOwnPlan } from '../../../shared/rules/text/plan-words.ts'

/** The text with every wrong word replaced, as the fix does it. */
function mended(text: string): string {
  return readOwnPlan(text)
    .toReversed()
    .reduce(
      (done, { start, end, insert = '' }) => done.slice(0, start) + insert + done.slice(end),
      text.normalize('NFC'),
    )
}

describe('the agency’s own planering called a plan', () => {
  test.each([
    ['Jag har tagit fram en ny plan för återgång', 'Jag har tagit fram en ny planering för återgång'],
    ['Vi lade upp en plan för återgång på mötet.', 'Vi lade upp en planering för återgång på mötet.'],
    [
      'I samråd med den försäkrade har jag gjort en plan för återgång.',
      'I samråd med den försäkrade har jag gjort en planering för återgång.',
    ],
    ['Vår plan för återgång', 'Vår planering för återgång'],
    [
      'Försäkringskassans plan för återgång i arbete är klar.',
      'Försäkringskassans planering för återgång i arbete är klar.',
    ],
    ['Jag har gjort en plan för återgång.', 'Jag har gjort en planering för återgång.'],
    ['FK upprättar en plan för återgång', 'FK upprättar en planering för återgång'],
    [
      'FK:s plan för återgång i arbete följs upp i maj.',
      'FK:s planering för återgång i arbete följs upp i maj.',
    ],
    [
      'Jag upprättar idag planen för återgång i arbete tillsammans med arbetsgivaren.',
      'Jag upprättar idag planeringen för återgång i arbete tillsammans med arbetsgivaren.',
    ],
    ['Idag har jag gjort en återgångsplan.', 'Idag har jag gjort en planering.'],
    ['Rehabiliteringsplan upprättad av FK 2026-03-01.', 'Planering upprättad av FK 2026-03-01.'],
    [
      'Nu gör vi på kassan en plan för återgång i arbete.',
      'Nu gör vi på kassan en planering för återgång i arbete.',
    ],
    [
      'En plan för återgång har upprättats av Försäkringskassan.',
      'En planering för återgång har upprättats av Försäkringskassan.',
    ],
    [
      'Planen för återgång i arbete som jag har gjort ska följas upp.',
      'Planeringen för återgång i arbete som jag har gjort ska följas upp.',
    ],
    ['Handläggaren tar fram en plan för återgång.', 'Handläggaren tar fram en planering för återgång.'],
    [
      'Plan för återgång i arbete: arbetsträning från maj.',
      'Planering för återgång i arbete: arbetsträning från maj.',
    ],
    ['I denna plan för återgång ingår arbetsträning.', 'I denna planering för återgång ingår arbetsträning.'],
    ['Försäkringskassans återgångsplan gäller.', 'Försäkringskassans planering gäller.'],
    [
      'Arbetsgivaren vill att jag gör en plan för återgång.',
      'Arbetsgivaren vill att jag gör en planering för återgång.',
    ],
    ['Kassans planer för återgång', 'Kassans planeringar för återgång'],
    ['MIN REHABPLAN', 'MIN PLANERING'],
    ['FK:s plan gäller från maj.', 'FK:s planering gäller från maj.'],
    ['Utredaren har upprättat en plan för återgång.', 'Utredaren har upprättat en planering för återgång.'],
    ['Vår nya plan för a\u030atergång i arbete.', 'Vår nya planering för återgång i arbete.'],
    [
      'Arbetsgivarens plan saknas. Jag har därför gjort en plan för återgång i arbete.',
      'Arbetsgivarens plan saknas. Jag har därför gjort en planering för återgång i arbete.',
    ],
  ])('%s', (text, right) => {
    expect(mended(text)).toBe(right)
    expect(readOwnPlan(right)).toEqual([])
  })
})

test('a reading says which words it read, and the sentence they stand in', () => {
  const text = 'Möte idag. Jag har gjort en plan för återgång.'
  expect(readOwnPlan(text)).toEqual([
    {
      start: 28,
      end: 32,
      insert: 'planering',
      words: 'plan',
      sentence: 'Jag har gjort en plan för återgång',
      why: 'own-plan',
    },
  ])
})

describe('a plan that is the employer’s, another’s, or nobody’s in particular', () => {
  test.each([
    'Jag gör en uppföljning av planen för återgång.',
    'Arbetsgivaren och jag ska revidera planen för återgång.',
    'Jag skriver till arbetsgivaren om planen för återgång i arbete.',
    'Arbetsgivarens plan för återgång i arbete har kommit in.',
    'Planen från arbetsgivaren är otydlig.',
    'Arbetsgivaren har upprättat en plan för återgång.',
    'Jag har begärt arbetsgivarens plan för återgång.',
    'Jag har bett arbetsgivaren upprätta en plan för återgång.',
    'FK upprättar ingen plan för återgång; det gör arbetsgivaren.',
    'Försäkringskassan gör inte någon plan för återgång.',
    'Jag har fått en plan för återgång från arbetsgivaren.',
    'Vi har tagit emot plan för återgång i arbete från chefen.',
    'Min plan är att ringa på måndag.',
    'Planeringen är inte Försäkringskassans plan för återgång.',
    'Hon har gjort en plan för återgång med sin arbetsgivare.',
    'Vårdens plan för återgång.',
    'Enligt planen ska hon börja i maj.',
    'Planeringen följs upp.',
    'Arbetsgivaren berättar att vår plan för återgång är klar.',
    'Plan för återgång saknas.',
    'Chefen Eva Ek har upprättat en plan för återgång i arbete.',
    'Nu upprättar arbetsgivaren en plan för återgång.',
    'Jag har gått igenom planen för återgång med arbetsgivaren.',
    'Återgångsplanen är arbetsgivarens.',
    'Handläggaren på Arbetsförmedlingen har upprättat en plan för återgång.',
    'Jag tar del av arbetsgivarens plan för återgång.',
    'Vi tar upp planen för återgång på mötet.',
    'FK ska ta ställning till planen för återgång.',
    'Jag lägger arbetsgivarens plan för återgång till akten.',
    'Jag lägger planen för återgång i akten.',
    'Arbetsplanen',
    'Företagets plan för återgång',
    '30 kap. 6 § SFB om arbetsgivarens plan för återgång',
  ])('%s', (text) => expect(readOwnPlan(text)).toEqual([]))
})

import { type MethodCase, one, some } from './case.ts'

/** Day 20: the first mapping finds no need, and that is a complete outcome (000:305-307). */
export const day20: MethodCase = {
  day: 20,
  insured: 'Ture Malm',
  employer: 'Fiktiva Frakt AB',
  manager: 'Siv Rask',
  extent: 100,
  notes: ({ on }) => [
    {
      template: 'ikr',
      day: 18,
      answers: {
        resultat: one('inget-behov'),
        datum: on(18),
        kalla: some('den-forsakrade', 'lakarintyg'),
        samrad: 'ja',
        motivering:
          'Ture har brutit handleden. Gipset tas bort om tre veckor, och han och hans chef räknar båda med att han då är tillbaka i sitt vanliga arbete.',
        verksamhetsomrade: one('forsta-ansprak'),
      },
    },
  ],
}

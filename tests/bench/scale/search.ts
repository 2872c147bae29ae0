import { findDocuments } from '../../../main/store/search/find.ts'
import { parseSearch } from '../../../shared/search/parse.ts'
import type { ScaleBench } from './scale.ts'

/** So many cases a page of hits has in the window. */
const PAGE = 20

/** One of several searches, as the index answers it: which documents, grouped by case. */
const find = (name: string, budget: number, texts: readonly string[]): ScaleBench => ({
  name,
  budget,
  times: 100,
  run: ({ db, random }) => findDocuments(db, { query: drawn(texts, random), limit: PAGE }),
})

const drawn = (texts: readonly string[], random: () => number) =>
  parseSearch(texts[Math.floor(random() * texts.length)] ?? '').query
const completed = ['mall', 'kontor', 'handlaggare', 'status'] as const
const common = ['försäkrade', 'arbetsgivaren', 'smärtan', 'möte']

/** What the index answers, and a page of it with its sentences, as the window asks for it. */
export const searchBenches: readonly ScaleBench[] = [
  find('search: a rare word', 5, ['26-100017', '25-100412', '26-101312', '25-104077', '26-107311']),
  find('search: a common word, newest first', 10, common),
  find('search: a prefix of three letters', 20, ['arb*', 'åte*', 'för*', 'han*']),
  find('search: a common word, ranked', 150, ['smärtan ordning:relevans', 'hjälpmedel ordning:relevans']),
  find('search: a compound', 50, ['plan', 'prövning', 'pass', 'träning']),
  find('search: filters and a word', 50, [
    'mall:planering ärende:öppet väntetiden',
    'kontor:"Kontor Norr" -plan smärtan',
  ]),
  {
    name: 'search: a page with its sentences',
    budget: 100,
    times: 50,
    run: ({ core, random }) => core.client.search.find({ query: drawn(common, random), limit: PAGE }),
  },
  {
    name: 'search: counted',
    budget: 150,
    times: 50,
    run: ({ core, random }) => core.client.search.count({ query: drawn(common, random) }),
  },
  {
    name: 'search: completed, with numbers',
    budget: 50,
    times: 50,
    run: ({ core, random }) =>
      core.client.search.complete({ field: completed[Math.floor(random() * 4)] ?? 'mall', prefix: '' }),
  },
  {
    name: 'search: quick open',
    budget: 20,
    times: 100,
    run: ({ core }) => core.client.search.open({ text: 'planering berg', limit: PAGE }),
  },
]

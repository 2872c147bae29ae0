import { dateAt } from '../../../shared/case/dates.ts'
import { fewWords } from '../../../shared/search/fields.ts'
import type { SearchSentence } from '../../../shared/search/found.ts'
import { parseSearch } from '../../../shared/search/parse.ts'
import { asksSomething } from '../../../shared/search/query.ts'
import { withArchive } from '../archive.ts'
import { parseArguments, type RunCommand, required, wholeNumber } from '../command.ts'
import { Misuse } from '../terminal.ts'

/** So many cases are shown where nobody says how many. Own choice. */
const USUAL = 20
const MOST = 50

/** A sentence with the words that were found in brackets, in one line. */
const inBrackets = ({ text, marks }: SearchSentence): string =>
  marks
    .toReversed()
    .reduce((done, [from, to]) => `${done.slice(0, from)}[${done.slice(from, to)}]${done.slice(to)}`, text)
    .replace(/\s+/g, ' ')
    .trim()

/** A word that is not to be there: `-semester`. No command has an option of one letter but `-h`, which is read before. */
const isWithout = (arg: string) => /^-[^-]/u.test(arg)

/** Searches an archive, and prints the cases with the sentences in which something was found. */
export const run: RunCommand = async (args, terminal) => {
  const { t, print, say, language } = terminal
  const { values, positionals } = parseArguments(
    args.filter((arg) => !isWithout(arg)),
    {
      store: { type: 'string' },
      limit: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
    terminal,
  )
  const store = required(values.store, '--store', terminal)
  const limit = wholeNumber(values.limit, '--limit', { min: 1, max: MOST }, terminal) ?? USUAL
  const text = [...positionals, ...args.filter(isWithout)].join(' ')
  if (text.trim() === '') throw new Misuse(t('cli.misuse.argumentMissing', { what: t('cli.what.search') }))
  const { query, problems } = parseSearch(text)
  for (const { code, text, field } of problems)
    say(t(`search.problem.${code}`, { text, values: field ? fewWords(field, language).join(', ') : '' }))
  if (!asksSomething(query)) throw new Misuse(t('cli.search.nothing'))
  return withArchive(store, terminal, async ({ client }) => {
    const found = await client.search.find({ query, limit })
    const counted = await client.search.count({ query })
    if (values.json) print(JSON.stringify({ ...found, ...counted }, undefined, 2))
    else {
      for (const { number, name, hits, more } of found.groups) {
        print(`${number}  ${name}`)
        for (const { changedAt, sentence } of hits) print(`  ${dateAt(changedAt)}  ${inBrackets(sentence)}`)
        if (more > 0) print(`  ${t('cli.search.more', { count: more })}`)
      }
      if (found.instead !== undefined) say(t('cli.search.instead', { text: found.instead }))
      say(t(counted.atLeast ? 'cli.search.foundAtLeast' : 'cli.search.found', { count: counted.count }))
    }
    return found.groups.length === 0 ? 1 : 0
  })
}

import type { ReportEntry } from '../report.ts'
import type { AnswerOption, Extension, Item, Questionnaire } from './questionnaire.ts'
import { looks, OWN_MEMBER, understood } from './urls.ts'

/** Extensions that no part of ours reads, each once: by name, but for those that say only how a form looks. */
function lost(extensions: readonly (Extension | undefined)[], path: string): ReportEntry[] {
  const urls = new Set(extensions.flatMap((extension) => extension?.url ?? []))
  const unread = [...urls].filter((url) => !understood.has(url) && !url.startsWith(OWN_MEMBER))
  const said = unread.filter((url) => !looks.has(url))
  return [
    ...said.map((what): ReportEntry => ({ key: 'interchange.in.extension', params: { what }, path })),
    ...(said.length < unread.length ? [{ key: 'interchange.in.looks' as const, path }] : []),
  ]
}

/** What of a question and of what it offers is in extensions that are not read. */
export const lostOfItem = (
  { linkId, extension = [], _text }: Item,
  offered: readonly AnswerOption[],
): ReportEntry[] =>
  lost(
    [
      ...extension,
      ...(_text?.extension ?? []),
      ...offered.flatMap((option) => [...(option.extension ?? []), ...(option.valueCoding?.extension ?? [])]),
    ],
    linkId,
  )

/** The same of the form as a whole: variables, contexts, what is drawn from elsewhere. */
export const lostOfForm = ({ extension = [] }: Questionnaire): ReportEntry[] => lost(extension, '')

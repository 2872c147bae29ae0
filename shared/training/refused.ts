// Why the file of a pack is refused, for whoever wrote it: each place in words and as it stands in the file, the cause, and what to do.
import type { Cause } from '../fields/define.ts'
import { pathText } from '../template/problem.ts'
import { type Language, message, messageText, translate } from '../text/index.ts'
import type { Message } from '../text/message.ts'
import { packPlaceText } from './place-words.ts'

/** Something wrong at a place of a pack's file: `scenes[0].say.sv`; nowhere in it, where it is the file as a whole. */
export interface PackProblem {
  readonly path: string
  readonly message: Message
}

/** Enough to start mending; a file of another format would list every member otherwise. */
const MOST_SAID = 50

export const packProblems = (causes: readonly Cause[]): PackProblem[] =>
  causes.map(({ path, key, params }) => ({ path: pathText(path), message: message(key, params) }))

/** A file that cannot be read at all is told of in a whole sentence. */
const isSentence = ({ key }: Message) => key.startsWith('errors.file.')

/** What is wrong in a pack's file, as sentences that name it; the first of them, where there are many. */
export function packSentences(file: string, problems: readonly PackProblem[], language: Language): string[] {
  return problems.slice(0, MOST_SAID).map(({ path, message: said }) => {
    const cause = messageText(language, said)
    if (isSentence(said)) return `${file}: ${cause}`
    if (path === '') return translate(language, 'rules.template.inFile', { file, cause })
    return translate(language, 'training.fault.at', {
      file,
      place: packPlaceText(path, language),
      path,
      cause,
    })
  })
}

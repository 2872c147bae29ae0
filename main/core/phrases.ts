import { ownPhraseSchema, phraseIdSchema } from '../../shared/guide/phrases.ts'
import { cleanText } from '../../shared/note/answers.ts'
import { readPhrases, removePhrase, writePhrase } from '../store/phrases.ts'
import { calls, dbOf, stampFor } from './calls.ts'

/** Phrases to insert, those of the user's own in the open archive. */
export const phrases = {
  list: calls.phrases.list.handler(({ context: { state } }) => ({
    ...state.phrases,
    own: readPhrases(dbOf(state)),
  })),

  save: calls.phrases.save.handler(({ input: { id, ...details }, context: { state, line } }) => {
    stampFor(state, 'write')
    const phrase = ownPhraseSchema.parse({
      ...details,
      text: cleanText(details.text),
      id: id ?? phraseIdSchema.parse(state.newId()),
    })
    writePhrase(dbOf(state), phrase)
    state.changes.publish({ type: 'phrases' }, line)
    return phrase
  }),

  remove: calls.phrases.remove.handler(({ input: { id }, context: { state, line } }) => {
    stampFor(state, 'write')
    removePhrase(dbOf(state), id)
    state.changes.publish({ type: 'phrases' }, line)
  }),
}

import type { TextKey } from '../../../shared/text/index.ts'
import type { MessageParams } from '../../../shared/text/message.ts'
import { characters, MIN_PASSPHRASE } from './passphrase.ts'

export interface CreateDraft {
  readonly name: string
  readonly userName: string
  readonly passphrase: string
  readonly again: string
}
export type CreateField = keyof CreateDraft

/** What is wrong with one field, as a text key and its values. */
export interface CreateError {
  readonly field: CreateField
  readonly key: TextKey
  readonly params?: MessageParams
}

/** The contract's limits (shared/api/archive.ts, shared/note/note.ts), told before the call rather than by its refusal. */
const MAX_NAME = 80
const MAX_USER = 200

/**
 * What is wrong with a new archive's form, in the order of the form, at most one error a field. Empty where it can
 * be sent. With a keychain the passphrases are not asked for and not looked at.
 */
export function checkCreate(draft: CreateDraft, keychain: boolean): readonly CreateError[] {
  return [
    ...checkText('name', draft.name, MAX_NAME, 'welcome.error.name', 'welcome.error.name.long'),
    ...checkText('userName', draft.userName, MAX_USER, 'welcome.error.user', 'welcome.error.user.long'),
    ...(keychain ? [] : checkPassphrase(draft)),
  ]
}

function checkText(
  field: CreateField,
  text: string,
  maximum: number,
  empty: TextKey,
  long: TextKey,
): CreateError[] {
  const trimmed = text.trim()
  if (trimmed === '') return [{ field, key: empty }]
  return trimmed.length > maximum ? [{ field, key: long, params: { maximum } }] : []
}

function checkPassphrase({ passphrase, again }: CreateDraft): CreateError[] {
  if (characters(passphrase) < MIN_PASSPHRASE) {
    return [{ field: 'passphrase', key: 'welcome.error.passphrase', params: { minimum: MIN_PASSPHRASE } }]
  }
  return passphrase === again ? [] : [{ field: 'again', key: 'welcome.error.again' }]
}

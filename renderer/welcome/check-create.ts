import type { TextKey } from '../../shared/text/index.ts'
import { MIN_PASSPHRASE } from './passphrase.ts'

export interface CreateDraft {
  readonly name: string
  readonly userName: string
  readonly passphrase: string
  readonly again: string
}
export type CreateErrors = Partial<Record<keyof CreateDraft, TextKey>>

/** What is wrong with a new archive's form, by field and in the order of the form. Empty where it can be sent. */
export function checkCreate(draft: CreateDraft, keychain: boolean): CreateErrors {
  return {
    ...(draft.name.trim() === '' ? { name: 'welcome.error.name' } : {}),
    ...(draft.userName.trim() === '' ? { userName: 'welcome.error.user' } : {}),
    ...(keychain ? {} : checkPassphrase(draft)),
  }
}

function checkPassphrase({ passphrase, again }: CreateDraft): CreateErrors {
  if (passphrase.length < MIN_PASSPHRASE) return { passphrase: 'welcome.error.passphrase' }
  return passphrase === again ? {} : { again: 'welcome.error.again' }
}

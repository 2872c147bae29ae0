import type { TextKey } from '../../../shared/text/index.ts'
import type { MessageParams } from '../../../shared/text/message.ts'

/** The contract's limit (userSchema). */
const MAX_NAME = 200

/** What is wrong with a user's name, or undefined where it can be saved. */
export function checkUserName(name: string): { key: TextKey; params?: MessageParams } | undefined {
  const trimmed = name.trim()
  if (trimmed === '') return { key: 'settings.error.name' }
  return trimmed.length > MAX_NAME
    ? { key: 'settings.error.name.long', params: { maximum: MAX_NAME } }
    : undefined
}

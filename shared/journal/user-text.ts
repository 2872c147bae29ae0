import { type Language, translate } from '../text/index.ts'
import { printableLine } from '../text/printable.ts'
import type { User } from '../user/user.ts'

/** "Anna Ek, utredare". */
export function userText(language: Language, { name, role }: User): string {
  return `${printableLine(name)}, ${translate(language, `lists.role.${role}`).toLocaleLowerCase(language)}`
}

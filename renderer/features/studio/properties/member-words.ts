import type { JsonPath } from '../../../../shared/studio/json-path.ts'
import { memberKey, valueKey } from '../../../../shared/studio/member-words.ts'
import { isTextKey } from '../../../../shared/text/index.ts'
import type { Translate } from '../../../base/use-t.ts'

/** What a member of the schema is called; its name in the file where nobody has named it for people yet. */
export function wordsOfMember(t: Translate, name: string): string {
  const key = memberKey(name)
  return key === undefined ? name : t(key, { count: 0 })
}

/** What is told of a member whose name does not say it all; nothing of others. */
export function helpOfMember(t: Translate, name: string): string | undefined {
  const key = `studio.memberHelp.${name}`
  return isTextKey(key) ? t(key, { count: 0 }) : undefined
}

/** What a number of a member counts; nothing where it is just a number. */
export function unitOfMember(t: Translate, name: string): string | undefined {
  const key = `studio.unit.${name}`
  return isTextKey(key) ? t(key, { count: 0 }) : undefined
}

/** What a value of a list is called; as the file has it where it has no words. */
export function wordsOfValue(t: Translate, member: string, value: string | number | boolean): string {
  const key = valueKey(member, value)
  return key === undefined ? value.toString() : t(key, { count: 0 })
}

/** The name of the member that a path stands at or in. */
export function nameIn(path: JsonPath): string {
  return path.findLast((part) => typeof part === 'string') ?? ''
}

import type { JsonPath } from '../../../../shared/studio/json-path.ts'
import { isTextKey } from '../../../../shared/text/index.ts'
import type { Translate } from '../../../base/use-t.ts'

/** What a member of the schema is called; its name in the file where nobody has named it for people yet. */
export function wordsOfMember(t: Translate, name: string): string {
  const key = `studio.member.${name}`
  return isTextKey(key) ? t(key, { count: 0 }) : name
}

/** The list of words that the values of a member are in. */
const lists: Readonly<Record<string, string>> = {
  type: 'fieldType',
  kind: 'kind',
  kinds: 'kind',
  reviews: 'kind',
  owner: 'owner',
  obligation: 'obligation',
  basis: 'basis',
  fact: 'caseFact',
  op: 'operator',
  writtenBy: 'role',
  role: 'actor',
  actors: 'actor',
}

/** What a value of a list is called; as the file has it where it has no words. */
export function wordsOfValue(t: Translate, member: string, value: string | number | boolean): string {
  const key = `lists.${lists[member] ?? member}.${value.toString()}`
  return isTextKey(key) ? t(key, { count: 0 }) : value.toString()
}

/** The name of the member that a path stands at or in. */
export function nameIn(path: JsonPath): string {
  return path.findLast((part) => typeof part === 'string') ?? ''
}

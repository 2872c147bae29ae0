// What the members of a template and their values are called, where they are written and where two versions are compared.
import { isTextKey, type TextKey } from '../text/index.ts'

/** The text that names a member; undefined where nobody has named it for people yet. */
export function memberKey(name: string): TextKey | undefined {
  const key = `studio.member.${name}`
  return isTextKey(key) ? key : undefined
}

/** The lists of words that the values of a member are in, where they are not called as the member is. */
const lists: ReadonlyMap<string, readonly string[]> = new Map([
  ['type', ['fieldType']],
  ['kinds', ['kind', 'insatsKind', 'aktivitetKind']],
  ['reviews', ['kind']],
  ['fact', ['caseFact']],
  ['op', ['operator']],
  ['writtenBy', ['role']],
  ['role', ['actor']],
  ['actors', ['actor']],
  ['what', ['taken']],
  ['from', ['takenFrom', 'fieldType']],
  ['do', ['followStep']],
  ['about', ['concept']],
  ['form', ['templateForm']],
  ['anstallning', ['employment']],
  ['omfattning', ['extentShare']],
  ['forvantad-langd', ['expectedLength']],
])

/** The text that names a value of a member, where that is one of a list; undefined where it has no words. */
export function valueKey(member: string, value: string | number | boolean): TextKey | undefined {
  const keys = (lists.get(member) ?? [member]).map((list) => `lists.${list}.${value.toString()}`)
  return keys.find(isTextKey)
}

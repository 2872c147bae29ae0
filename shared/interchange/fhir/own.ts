import { dequal } from 'dequal/lite'
import { type Json, type JsonObject, toJson } from '../../fields/json.ts'
import { readJson } from '../../file/json-text.ts'
import { MAX_TEMPLATE_CHARS } from '../../template/load.ts'
import { notInForms } from '../draft.ts'
import type { ReportEntry } from '../report.ts'
import type { Extension } from './questionnaire.ts'
import { OWN_MEMBER } from './urls.ts'

/** Members of ours as extensions, each the JSON of its value; null says that there is none. */
export function ownExtensions(members: JsonObject): Extension[] {
  return Object.entries(members).map(([name, value]) => ({
    url: OWN_MEMBER + name,
    valueString: JSON.stringify(value),
  }))
}

/** What of a part of the template is not as it would be read back: the members to be carried as extensions. */
export function unsaid(whole: JsonObject, read: JsonObject, except: readonly string[]): JsonObject {
  const names = [...new Set([...Object.keys(whole), ...Object.keys(read)])]
  return Object.fromEntries(
    names
      .filter((name) => !except.includes(name))
      .filter((name) => !dequal(whole[name], read[name]) || (notInForms.includes(name) && name in whole))
      .map((name): [string, Json] => [name, whole[name] ?? null]),
  )
}

/** The members that extensions of ours carry. One that cannot be read is passed over, and reported. */
export function ownMembers(
  extensions: readonly Extension[] | undefined,
  path: string,
  report: ReportEntry[],
): JsonObject {
  const found = (extensions ?? []).flatMap(({ url, valueString }): [string, Json][] => {
    if (!url.startsWith(OWN_MEMBER)) return []
    const member = url.slice(OWN_MEMBER.length)
    const read = readJson(valueString ?? '', MAX_TEMPLATE_CHARS)
    if (read.ok) return [[member, toJson(read.value)]]
    report.push({ key: 'interchange.in.ownUnreadable', params: { what: member }, path })
    return []
  })
  return Object.fromEntries(found)
}

import { z } from 'zod'
import { type FileFault, readJson } from '../file/json-text.ts'
import { isTextKey, localized, message } from '../text/index.ts'
import { type Message, messageSchema } from '../text/message.ts'
import { type PolicyId, policiesSchema, policyEntry, policyIdSchema, policyIds } from './policies.ts'

/** A file of policies is a page of text; one of more characters is none. */
export const MAX_POLICIES_CHARS = 100_000

/** What came of reading the policies: what holds, what of it is a strictest reading, and what was wrong. */
export const policyReadingSchema = z.object({
  policies: policiesSchema,
  /** The policies that hold at their strictest because nobody can tell what was meant. */
  strict: z.array(policyIdSchema),
  /** What could not be read, to be said aloud. */
  findings: z.array(messageSchema),
})
export type PolicyReading = Readonly<z.infer<typeof policyReadingSchema>>

/** Nothing is governed. */
export const noPolicies: PolicyReading = { policies: {}, strict: [], findings: [] }

/**
 * A place that policies come from, as it was found: its text, its values (from the registry), or why it cannot be read.
 * `name` is how it is named to people.
 */
export type PolicySource = { readonly name: string } & (
  | { readonly text: string }
  | { readonly values: Readonly<Record<string, unknown>> }
  | { readonly unreadable: Message }
)

/** Why a file of policies is not read, in words. */
export const faultMessage = ({ kind, params }: FileFault): Message => message(`errors.file.${kind}`, params)

type Found = { readonly values: object } | { readonly unreadable: Message }

function valuesOf(source: PolicySource): Found {
  if (!('text' in source)) return source
  const read = readJson(source.text, MAX_POLICIES_CHARS)
  if (!read.ok) return { unreadable: faultMessage(read.fault) }
  const { value } = read
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { values: value }
    : { unreadable: message('policies.finding.noObject') }
}

/** The name by which an editor finds the schema of the file; it governs nothing. */
const SCHEMA_MEMBER = '$schema'

/** What has been read so far. */
interface SoFar {
  readonly given: Map<PolicyId, unknown>
  readonly strict: Set<PolicyId>
  readonly findings: Message[]
}

function holdStrictly({ given, strict }: SoFar, id: PolicyId): void {
  given.set(id, policyEntry(id).strictest)
  strict.add(id)
}

/** Reads one value. False where nobody can tell which policy it was meant for. */
function readValue(soFar: SoFar, key: string, value: unknown, place: string): boolean {
  if (key === SCHEMA_MEMBER) return true
  const id = policyIdSchema.safeParse(key).data
  if (id === undefined) {
    soFar.findings.push(message('policies.finding.unknown', { key: key.slice(0, 80), place }))
    return false
  }
  if (soFar.given.has(id)) return true
  if (value !== undefined && policiesSchema.shape[id].safeParse(value).success) soFar.given.set(id, value)
  else {
    holdStrictly(soFar, id)
    const strictest = localized(`policies.${id}.strictest`)
    soFar.findings.push(message('policies.finding.broken', { key: id, place, strictest }))
  }
  return true
}

/** Reads a place. False where something in it may have been meant for any policy. */
function readSource(soFar: SoFar, source: PolicySource): boolean {
  const found = valuesOf(source)
  if ('unreadable' in found) {
    const { key, params } = found.unreadable
    const reason = isTextKey(key) ? localized(key, params) : key
    soFar.findings.push(message('policies.finding.unreadable', { place: source.name, reason }))
    return false
  }
  // Each value is read, whatever came of the one before.
  const values: readonly [string, unknown][] = Object.entries(found.values)
  return values.map(([key, value]) => readValue(soFar, key, value, source.name)).every(Boolean)
}

/**
 * Reads the policies from their places, the one that goes before the others first. Nothing is ever read more laxly than
 * it may have been meant: a policy with a value that is none holds at its strictest; and where a place cannot be read, or
 * names what is no policy, any policy may have been meant that is not given till then, and each holds at its strictest.
 */
export function readPolicies(sources: readonly PolicySource[]): PolicyReading {
  const soFar: SoFar = { given: new Map(), strict: new Set(), findings: [] }
  for (const source of sources) {
    if (readSource(soFar, source)) continue
    for (const id of policyIds) if (!soFar.given.has(id)) holdStrictly(soFar, id)
  }
  const { given, strict, findings } = soFar
  return {
    policies: policiesSchema.parse(Object.fromEntries(given)),
    strict: policyIds.filter((id) => strict.has(id)),
    findings,
  }
}

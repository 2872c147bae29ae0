import type { Cause } from '../fields/define.ts'
import { type Read, readJson } from '../file/json-text.ts'
import { causesOf } from '../template/problem.ts'
import type { Template } from '../template/template.ts'
import { packCauses } from './faults.ts'
import { type Pack, packSchema } from './pack.ts'

/** The largest pack that is read, in UTF-16 units. Own choice: several times the largest of ours. */
export const MAX_PACK_CHARS = 4_000_000

/** A form that is not a pack's is held against the schema of packs, not of templates. */
const ofPack = (cause: Cause): Cause =>
  cause.key === 'rules.template.notAccepted' ? { ...cause, key: 'training.fault.notAccepted' } : cause

export type ParsedPack = { ok: true; pack: Pack } | { ok: false; causes: readonly Cause[] }

/**
 * Reads a demo pack from the text of its file. Refused with every cause found, where it cannot be read, is not of a pack's form, or
 * says something that cannot be with these templates.
 */
export function readPack(text: Read<string>, templates: readonly Template[]): ParsedPack {
  const read = text.ok ? readJson(text.value, MAX_PACK_CHARS) : text
  if (!read.ok) {
    const { kind, params } = read.fault
    return { ok: false, causes: [{ path: [], key: `errors.file.${kind}`, params }] }
  }
  const parsed = packSchema.safeParse(read.value)
  if (!parsed.success)
    return {
      ok: false,
      causes: parsed.error.issues.flatMap((issue) => causesOf(issue, read.value)).map(ofPack),
    }
  const causes = packCauses(parsed.data, templates)
  return causes.length > 0 ? { ok: false, causes } : { ok: true, pack: parsed.data }
}

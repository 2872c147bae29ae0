import { readFileSync } from 'node:fs'
import { timestamp, timestampSchema } from '../../../shared/case/dates.ts'
import type { Digest } from '../../../shared/case/ids.ts'
import { BUNDLE_FORMAT, BUNDLE_VERSION, type Bundle, bundleSchema } from '../../../shared/note/bundle.ts'
import { canonicalRecord, recordDigest } from '../../../shared/note/canonical.ts'
import { draftNoteSchema, type Note, type SignedNote } from '../../../shared/note/note.ts'
import { fileText } from '../../../shared/note/own-digest.ts'
import { type CastCase, type CastNote, castOf } from '../../../shared/training/cases.ts'
import { packNoteId } from '../../../shared/training/ids.ts'
import { readPack } from '../../../shared/training/load.ts'
import type { Pack } from '../../../shared/training/pack.ts'
import { day94, shipped, templates } from './bundles.ts'

const packOf = (file: string): Pack => {
  const text = readFileSync(new URL(`../../../templates/demo/${file}`, import.meta.url), 'utf8')
  const read = readPack({ ok: true, value: text }, templates.all)
  if (!read.ok) throw new Error(`${file}: ${JSON.stringify(read.causes)}`)
  return read.pack
}

/** The demo pack that shows each rule, which the rules are tried with. */
export const rulePack = packOf('regel-for-regel.json')
const cast = castOf(rulePack, day94)

const by = { name: 'Anna Ek', role: 'utredare' } as const
const at = (note: CastNote, minute: number) =>
  timestamp(new Date(`${note.writtenOn}T09:${String(minute).padStart(2, '0')}:00Z`))

/** A case as a case bundle, as an archive has it once the pack is loaded. */
function bundleOf(cases: readonly CastCase[], key: string): Bundle {
  const found = cases.find((each) => each.key === key)
  if (found === undefined) throw new Error(`No case ${key} in the pack`)
  const { id: _id, ...details } = found.case
  const notes: Note[] = []
  let previous: Digest | null = null
  let sequence = 0
  for (const [index, each] of found.notes.entries()) {
    const { version, kind, owner } = shipped(each.template)
    const createdAt = at(each, index)
    const draft = draftNoteSchema.parse({
      id: each.id,
      template: { id: each.template, version },
      kind,
      owner,
      author: by,
      createdAt,
      updatedAt: createdAt,
      answers: each.answers,
      status: 'utkast',
    })
    if (each.status === 'utkast') {
      notes.push(draft)
      continue
    }
    sequence += 1
    const unsigned = { by, at: timestampSchema.parse(createdAt), sequence, previous, case: details }
    const digest: Digest = recordDigest(canonicalRecord(draft, unsigned))
    const signed: SignedNote = { ...draft, status: 'journalford', signature: { ...unsigned, digest } }
    notes.push(signed)
    previous = digest
  }
  // Drafts first: tests change the first note, and no record may be changed.
  const inOrder = notes.toSorted((a, b) => Number(a.status !== 'utkast') - Number(b.status !== 'utkast'))
  return bundleSchema.parse({
    format: BUNDLE_FORMAT,
    version: BUNDLE_VERSION,
    case: found.case,
    notes: inOrder,
  })
}

/** A case of the pack of rules on its day: `r04-fel` breaks R4, and `r04-ratt` keeps every rule. */
export const ruleBundle = (key: string): Bundle => bundleOf(cast, key)

/** A case of any pack, on the same day. */
export const packBundle = (file: string, key: string): Bundle => bundleOf(castOf(packOf(file), day94), key)

/** The same as the text of a file. */
export const ruleBundleText = (key: string): string => fileText(ruleBundle(key))

/** The keys of the pack's cases. */
export const ruleCases: readonly string[] = cast.map(({ key }) => key)

/** The id of a note of a case of the pack of rules. */
export const ruleNote = (key: string, note: string): string => packNoteId(rulePack.id, key, note)

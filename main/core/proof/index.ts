import { dateAt } from '../../../shared/case/dates.ts'
import { readJson } from '../../../shared/file/json-text.ts'
import { ANCHOR_FORMAT, type StoreAnchor, storeAnchorSchema } from '../../../shared/note/anchor.ts'
import { fileText, ownDigest, withOwnDigest } from '../../../shared/note/own-digest.ts'
import { message } from '../../../shared/text/index.ts'
import { type ArchiveFinding, archiveFinding } from '../../store/archive-finding.ts'
import { type Db, transaction } from '../../store/db.ts'
import { derivedFindings } from '../../store/derived/rebuild.ts'
import { keyFileHolds, keyPathOf } from '../../store/key.ts'
import { addToLog, logHead, type Stamp } from '../../store/log.ts'
import { firstBrokenPageIn } from '../../store/pages.ts'
import { countRecords } from '../../store/records.ts'
import { refusal } from '../../store/refusal.ts'
import { changeSigningCode, hasSigningCode } from '../../store/signing-keys.ts'
import { anchorFindings, verifyArchiveAside } from '../../store/verify.ts'
import { calls, dbOf, type OpenArchive, openArchiveOf, refuseExport, stampFor } from '../calls.ts'
import { ArchiveClosed } from '../refusals.ts'
import type { Templates } from '../templates.ts'
import { anchorEntry, anchorMail } from './anchor.ts'

function headOf(db: Db) {
  const head = logHead(db)
  // An archive that somebody works in has at least the entry that it was made.
  if (head === undefined) throw refusal('ARCHIVE_CORRUPT', { path: db.path, detail: 'log' })
  return { entries: head.seq, records: countRecords(db), head: head.digest }
}

/** An anchor of where the chain stands, and an entry after it that says that it was made. */
function makeAnchor(db: Db, archive: string, stamp: Stamp): StoreAnchor {
  return transaction(db, () => {
    const anchor = withOwnDigest({
      format: ANCHOR_FORMAT,
      version: 1 as const,
      archive,
      at: stamp.at,
      by: stamp.by,
      ...headOf(db),
    })
    addToLog(db, stamp, 'anchored', { digest: anchor.head })
    return storeAnchorSchema.parse(anchor)
  })
}

function parseAnchor(text: string): StoreAnchor {
  const read = readJson(text, 100_000)
  const anchor = read.ok ? storeAnchorSchema.safeParse(read.value).data : undefined
  if (anchor === undefined || ownDigest(anchor) !== anchor.digest) throw refusal('ANCHOR_UNREADABLE')
  return anchor
}

/**
 * What does not hold of an archive that is open: what stands beside it, every page of its file, all that is in it, and what it is
 * held against.
 */
async function openFindings(
  { db, info: { path }, key }: OpenArchive,
  anchor: string | undefined,
  templates: Templates,
): Promise<ArchiveFinding[]> {
  const against = anchor === undefined ? undefined : parseAnchor(anchor)
  const page = await firstBrokenPageIn(db, key.bytes)
  return [
    ...(keyFileHolds(path) ? [] : [archiveFinding('key-file', { path: keyPathOf(path) })]),
    ...(page === undefined ? [] : [archiveFinding('page', { page })]),
    ...(await verifyArchiveAside(db)),
    ...(await derivedFindings(db, templates.all, 'sample')),
    ...(against === undefined ? [] : anchorFindings(db, against)),
  ]
}

const anchorFiles = {
  json: { extension: 'forankring.json', mimeType: 'application/json' },
  eml: { extension: 'eml', mimeType: 'message/rfc822' },
  pdf: { extension: 'pdf', mimeType: 'application/pdf' },
} as const

/** Proof of the open archive: anchors, verification, and the codes that users sign with. */
export const proof = {
  head: calls.proof.head.handler(({ context: { state } }) => headOf(dbOf(state))),

  anchor: calls.proof.anchor.handler(async ({ input: { form, language }, context: { state } }) => {
    const { db, info } = openArchiveOf(state)
    const stamp = stampFor(state, 'export')
    refuseExport(state, form === 'pdf' ? 'pdf' : 'json')
    const anchor = makeAnchor(db, info.name, stamp)
    const { printEntry } = await import('../../export/index.ts')
    const bytes =
      form === 'pdf'
        ? await printEntry(anchorEntry(language, anchor), { at: new Date(anchor.at), author: anchor.by.name })
        : Buffer.from(form === 'eml' ? anchorMail(language, anchor) : fileText(anchor), 'utf8')
    const { extension, mimeType } = anchorFiles[form]
    const fileName = `arkiv-${dateAt(anchor.at)}.${extension}`
    return { fileName, mimeType, base64: Buffer.from(bytes).toString('base64') }
  }),

  verify: calls.proof.verify.handler(async ({ input: { anchor }, context: { state } }) => {
    const archive = openArchiveOf(state)
    const { db } = archive
    stampFor(state, 'read')
    const findings = await openFindings(archive, anchor, state.templates).catch((error: unknown) => {
      // Whatever was found of an archive that was closed meanwhile is nobody's to know.
      if (!db.raw.open) throw new ArchiveClosed()
      throw error
    })
    if (dbOf(state) !== db) throw new ArchiveClosed()
    const { entries, records } = headOf(db)
    return {
      entries,
      records,
      findings: findings.map(({ kind, params }) => message(`errors.verify.${kind}`, params)),
    }
  }),

  signingCode: calls.proof.signingCode.handler(({ context: { state } }) => {
    const { db, user } = openArchiveOf(state)
    return { set: hasSigningCode(db, user) }
  }),

  setSigningCode: calls.proof.setSigningCode.handler(async ({ input, context: { state } }) => {
    const db = dbOf(state)
    const stamp = stampFor(state, 'sign')
    await changeSigningCode(db, stamp, { now: input.now, next: input.next }, state.archives.scrypt)
    return { set: hasSigningCode(db, stamp.by) }
  }),
}

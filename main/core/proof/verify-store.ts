import { existsSync } from 'node:fs'
import type { StoreAnchor } from '../../../shared/note/anchor.ts'
import { type Template, templateOf } from '../../../shared/template/template.ts'
import type { ArchiveFinding } from '../../store/archive-finding.ts'
import type { Db } from '../../store/db.ts'
import { derivedFindings } from '../../store/derived/rebuild.ts'
import { type Keychain, keyFileHolds, keyOf, keyPathOf, readKeyFile } from '../../store/key.ts'
import { closeDatabase, openDatabase } from '../../store/open.ts'
import { firstBrokenPageOf } from '../../store/pages.ts'
import { detailOf, StoreRefusal } from '../../store/refusal.ts'
import { readPublished } from '../../store/templates/published.ts'
import { anchorFindings, verifyArchiveAside } from '../../store/verify.ts'
import { DEMO_PASSPHRASE } from '../demo/build-demo.ts'

export interface StoreToVerify {
  path: string
  /** Asked for where the archive is protected by one. */
  passphrase: string | undefined
  keychain: Keychain
  anchor?: StoreAnchor | undefined
  /** Where given, what is derived of the cases is compared with their notes: of all of them, or of a sample. */
  derived?: { readonly templates: readonly Template[]; readonly which: 'all' | 'sample' } | undefined
}

/** The templates that an archive's notes may pin: those that are given, and those that were published in it. */
function templatesIn(db: Db, given: readonly Template[]): Template[] {
  const own = readPublished(db).map(({ file }) => file.template)
  return [...given.filter((template) => templateOf(own, template) === undefined), ...own]
}

/** A database too damaged to be opened is a finding; another program's hold on it is not. */
async function inDatabase(
  path: string,
  key: Uint8Array,
  { anchor, derived }: Pick<StoreToVerify, 'anchor' | 'derived'>,
): Promise<ArchiveFinding[]> {
  const page = await firstBrokenPageOf(path, key)
  if (page !== undefined) return [{ kind: 'page', params: { page } }]
  const db = openDatabase(path, key)
  try {
    return [
      ...(await verifyArchiveAside(db)),
      ...(derived ? await derivedFindings(db, templatesIn(db, derived.templates), derived.which) : []),
      ...(anchor === undefined ? [] : anchorFindings(db, anchor)),
    ]
  } finally {
    closeDatabase(db)
  }
}

/**
 * What does not hold of an archive that is closed: its key file, every page of its database, every digest, seal and chain, and
 * the anchor where one is given. Opens it for nobody and writes nothing in its log. What `readKeyFile` and `keyOf` refuse, but
 * for damage, which is found.
 */
export async function verifyStore({
  path,
  passphrase,
  keychain,
  anchor,
  derived,
}: StoreToVerify): Promise<ArchiveFinding[]> {
  try {
    const file = readKeyFile(path)
    if (!keyFileHolds(path)) return [{ kind: 'key-file', params: { path: keyPathOf(path) } }]
    const key = await keyOf(path, file, file.demo ? DEMO_PASSPHRASE : passphrase, keychain)
    return await inDatabase(path, key, { anchor, derived })
  } catch (error) {
    if (!(error instanceof StoreRefusal) || error.code !== 'ARCHIVE_CORRUPT') throw error
    const kind = existsSync(keyPathOf(path)) && detailOf(error) === 'key' ? 'key-file' : 'integrity'
    return [{ kind, params: kind === 'key-file' ? { path: keyPathOf(path) } : { detail: detailOf(error) } }]
  }
}

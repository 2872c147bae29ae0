// The versions of templates that were published in an archive, or read in. Nothing changes one; triggers see to that.
import { sql } from 'kysely'
import { z } from 'zod'
import { type Timestamp, timestampSchema } from '../../../shared/case/dates.ts'
import { type Digest, digestSchema } from '../../../shared/case/ids.ts'
import { recordDigest } from '../../../shared/note/canonical.ts'
import {
  canonicalPublication,
  type Publication,
  publicationSchema,
  type TemplateFile,
  templateSealSchema,
} from '../../../shared/studio/publication.ts'
import type { TemplateRef, Withdrawal } from '../../../shared/template/template.ts'
import { type User, userSchema } from '../../../shared/user/user.ts'
import { type ArchiveFinding, archiveFinding } from '../archive-finding.ts'
import { all, type Db, execute, first, jsonColumn, query } from '../db.ts'
import type { Stamp } from '../log.ts'
import { textSealHolds } from '../seals.ts'

/** A version as the archive has it: what was published, and who published it here or read it in. */
export interface PublishedTemplate {
  readonly file: TemplateFile
  readonly addedAt: Timestamp
  readonly addedBy: User
  readonly withdrawn?: Withdrawal
}

const versionRow = z.object({
  digest: digestSchema,
  template_id: z.string(),
  template_version: z.int(),
  canonical: z.string(),
  seal: templateSealSchema,
  added_at: timestampSchema,
  added_by: jsonColumn(userSchema),
  at: timestampSchema.nullable(),
  by: jsonColumn(userSchema).nullable(),
  reason: z.string().nullable(),
})
type VersionRow = z.infer<typeof versionRow>

const versions = query
  .selectFrom('template_versions')
  .leftJoin('template_withdrawals', 'template_withdrawals.digest', 'template_versions.digest')
  .selectAll('template_versions')
  .select(['template_withdrawals.at', 'template_withdrawals.by', 'template_withdrawals.reason'])
  .orderBy('added_at')
  .orderBy('template_versions.digest')

/** What a row says was published; undefined where that is no publication that this program reads. */
function publicationIn({ canonical }: VersionRow): Publication | undefined {
  try {
    return publicationSchema.safeParse(JSON.parse(canonical)).data
  } catch {
    return undefined
  }
}

function publishedIn(row: VersionRow): PublishedTemplate[] {
  const publication = publicationIn(row)
  if (publication === undefined) return []
  const { digest, seal, added_at: addedAt, added_by: addedBy, at, by, reason } = row
  const withdrawn = at === null || by === null || reason === null ? undefined : { at, by, reason }
  const file = { ...publication, seal, digest }
  return [{ file, addedAt, addedBy, ...(withdrawn === undefined ? {} : { withdrawn }) }]
}

/** Every version, in the order they came. One that this program cannot read is left out, so that the archive opens all the same. */
export function readPublished(db: Db): PublishedTemplate[] {
  return all(db, versions, versionRow).flatMap(publishedIn)
}

/** Adds a version. Part of a transaction. */
export function addPublished(
  db: Db,
  { seal, digest, ...publication }: TemplateFile,
  { by, at }: Stamp,
): void {
  const { id, version } = publication.template
  const values = {
    digest,
    template_id: id,
    template_version: version,
    canonical: canonicalPublication(publication),
    seal,
    added_at: at,
    added_by: JSON.stringify(by),
  }
  execute(db, query.insertInto('template_versions').values(values))
}

/** Adds that a version is withdrawn. Part of a transaction. */
export function addWithdrawal(db: Db, digest: Digest, reason: string, { by, at }: Stamp): void {
  const values = { digest, at, by: JSON.stringify(by), reason }
  execute(db, query.insertInto('template_withdrawals').values(values))
}

/** How many drafts pin an older version of a template. */
export function draftsOnOlder(db: Db, { id, version }: TemplateRef): number {
  const counted = query
    .selectFrom('notes')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    // To the letter as the index of drafts has it, or it is not used.
    .where(sql<boolean>`status = 'utkast'`)
    .where('template_id', '=', id)
    .where('template_version', '<', version)
  return first(db, counted, z.object({ count: z.int() }))?.count ?? 0
}

function holds(row: VersionRow): boolean {
  const publication = publicationIn(row)
  if (publication === undefined || row.canonical !== canonicalPublication(publication)) return false
  const { template, published } = publication
  return (
    recordDigest(row.canonical) === row.digest &&
    textSealHolds(row.canonical, published.publicKey, row.seal) &&
    template.id === row.template_id &&
    template.version === row.template_version
  )
}

/** The versions whose digest or seal does not hold. */
export function templateFindings(db: Db): ArchiveFinding[] {
  return all(db, versions, versionRow)
    .filter((row) => !holds(row))
    .map(({ template_id: id, template_version: version }) => archiveFinding('template', { id, version }))
}

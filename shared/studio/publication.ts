import canonicalize from 'canonicalize'
import { z } from 'zod'
import { isoDateSchema, timestampSchema } from '../case/dates.ts'
import { type Digest, digestSchema } from '../case/ids.ts'
import { recordDigest } from '../note/canonical.ts'
import { publicKeySchema } from '../note/note.ts'
import { type Template, templateSchema } from '../template/template.ts'
import { userSchema } from '../user/user.ts'

export const TEMPLATE_FILE_FORMAT = 'klarlagt/mallfil'

/** A version of a template as it was published: the template, who published it, who had reviewed it, and from which day. */
export const publicationSchema = z.strictObject({
  format: z.literal(TEMPLATE_FILE_FORMAT),
  version: z.literal(1),
  template: templateSchema,
  published: z.strictObject({
    by: userSchema,
    at: timestampSchema,
    from: isoDateSchema,
    reviewedBy: userSchema,
    /** Of the key that it is sealed with. */
    publicKey: publicKeySchema,
  }),
})
export type Publication = z.infer<typeof publicationSchema>

/** The seal of a publication: Ed25519 over its canonical form, in hex. */
export const templateSealSchema = z.string().regex(/^[0-9a-f]{128}$/)

/** A template as it goes from one archive to another: the publication with its seal and its digest. */
export const templateFileSchema = publicationSchema.extend({ seal: templateSealSchema, digest: digestSchema })
export type TemplateFile = z.infer<typeof templateFileSchema>

/** What is sealed of a publication: its canonical form (RFC 8785). Throws where a text holds half a surrogate pair. */
export function canonicalPublication({ format, version, template, published }: Publication): string {
  const text = canonicalize({ format, version, template, published })
  if (text === undefined) throw new TypeError('A publication always has a canonical form.')
  return text
}

/** The digest of a publication: SHA-256 over its canonical form. */
export const publicationDigest = (publication: Publication): Digest =>
  recordDigest(canonicalPublication(publication))

/** Whether a template can be sealed: no text in it holds half a surrogate pair. */
export function hasCanonicalForm(template: Template): boolean {
  try {
    return canonicalize(template) !== undefined
  } catch {
    return false
  }
}

import { readJson } from '../../shared/file/json-text.ts'
import {
  canonicalPublication,
  publicationDigest,
  type TemplateFile,
  templateFileSchema,
} from '../../shared/studio/publication.ts'
import type { TemplateFault } from '../../shared/studio/published.ts'
import { MAX_TEMPLATE_CHARS } from '../../shared/template/load.ts'
import { textSealHolds } from '../store/seals.ts'

/** A template in a file, or why there is none that can be relied on. */
type ReadFile =
  | { readonly ok: true; readonly file: TemplateFile }
  | { readonly ok: false; readonly why: Extract<TemplateFault, 'unreadable' | 'digest' | 'seal'> }

/** Whether a file's own digest and seal hold. */
export function templateFileFault(file: TemplateFile): 'digest' | 'seal' | undefined {
  const { digest, seal, published } = file
  try {
    if (publicationDigest(file) !== digest) return 'digest'
    return textSealHolds(canonicalPublication(file), published.publicKey, seal) ? undefined : 'seal'
  } catch {
    // Text without a canonical form was never sealed by us.
    return 'digest'
  }
}

/** Reads a template from its file: the form, the digest and the seal. */
export function readTemplateFile(json: string): ReadFile {
  const read = readJson(json, MAX_TEMPLATE_CHARS)
  const file = read.ok ? templateFileSchema.safeParse(read.value).data : undefined
  if (file === undefined) return { ok: false, why: 'unreadable' }
  const why = templateFileFault(file)
  return why === undefined ? { ok: true, file } : { ok: false, why }
}

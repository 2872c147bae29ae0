import type { PhraseFile } from '../../shared/guide/phrases.ts'
import type { Policies } from '../../shared/policy/policies.ts'
import type { Template } from '../../shared/template/template.ts'
import { isTextKey, localized, message } from '../../shared/text/index.ts'
import type { Message } from '../../shared/text/message.ts'
import { textOf } from '../files/text-file.ts'
import { readSignedFolder, type SignedFile } from '../policy/signed-folder.ts'
import { isPhraseFile, phrasesIn } from './phrase-files.ts'
import { amongOthers, isTemplateFile, parsedFile, type Templates, templatesOf } from './templates.ts'

type OfAgency =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly finding: Message }

/** A template of the agency's own, or why it is not used. */
function ofAgency({ name, bytes }: SignedFile, shipped: Templates, folder: readonly Template[]): OfAgency {
  const text = textOf(bytes)
  const known = [...shipped.all, ...folder]
  const parsed = amongOthers(name, parsedFile(name, text, 'sv'), known, 'sv')
  if (!parsed.ok) {
    const inEnglish = amongOthers(name, parsedFile(name, text, 'en'), known, 'en')
    const [sv] = parsed.problems
    const [en] = inEnglish.ok ? [] : inEnglish.problems
    const reason = { sv: sv?.message ?? name, en: en?.message ?? name }
    return { ok: false, finding: message('policies.templates.broken', { file: name, reason }) }
  }
  const { id, version } = parsed.template
  if (shipped.find({ id, version }) === undefined) return parsed
  return { ok: false, finding: message('policies.templates.known', { file: name, id, version }) }
}

/**
 * The shipped templates and, where the agency has a folder of its own that bears its signature, those in it. What of that
 * folder is not used is told; a template that ships is never replaced, since notes pin it.
 */
export function withAgencyTemplates(
  shipped: Templates,
  { templatesFolder: folder, templatesKey: key }: Policies,
): { templates: Templates; phrases: readonly PhraseFile[]; findings: readonly Message[] } {
  if (folder === undefined || folder === 'none') return { templates: shipped, phrases: [], findings: [] }
  const signed: ReturnType<typeof readSignedFolder> =
    key === undefined || key === 'none'
      ? { ok: false, reason: message('policies.templates.noKey') }
      : readSignedFolder(folder, key)
  if (!signed.ok) {
    const reason = isTextKey(signed.reason.key) ? localized(signed.reason.key, signed.reason.params) : ''
    const unused = message('policies.templates.unused', { folder, reason })
    return { templates: shipped, phrases: [], findings: [unused] }
  }
  const files = signed.files.filter(({ name }) => isTemplateFile(name))
  const together = files.flatMap(({ name, bytes }) => {
    const parsed = parsedFile(name, textOf(bytes), 'sv')
    return parsed.ok ? [parsed.template] : []
  })
  const read = files.map((file) => ofAgency(file, shipped, together))
  const told = signed.files
    .filter(({ name }) => isPhraseFile(name))
    .map(({ name, bytes }) => ({ name, phrases: phrasesIn(textOf(bytes)) }))
  const added = read.flatMap((one) => (one.ok ? [one.template] : []))
  return {
    templates: templatesOf([...shipped.all, ...added], shipped.problems),
    phrases: told.flatMap((one) => one.phrases ?? []),
    findings: [
      ...read.flatMap((one) => (one.ok ? [] : [one.finding])),
      ...told.flatMap(({ name, phrases }) =>
        phrases ? [] : [message('policies.phrases.broken', { file: name })],
      ),
    ],
  }
}

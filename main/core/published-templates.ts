import type { IsoDate } from '../../shared/case/dates.ts'
import type { PublicKey } from '../../shared/note/note.ts'
import type { Policies } from '../../shared/policy/policies.ts'
import { publishedState } from '../../shared/template/life.ts'
import { type KnownTemplate, templateOf } from '../../shared/template/template.ts'
import type { Db } from '../store/db.ts'
import { keepDerived } from '../store/derived/keep.ts'
import { type PublishedTemplate, readPublished } from '../store/templates/published.ts'
import { type CoreState, derivingTold, openArchiveOf } from './calls.ts'
import { type Templates, templatesOf } from './templates.ts'

/** Whether the agency lets a template be offered that is sealed with this key: one that it names, or any where it names none. */
export const isTrusted = ({ templateSigners }: Policies, publicKey: PublicKey): boolean =>
  templateSigners === undefined || templateSigners.includes(publicKey)

function asKnown(
  { file: { template, published }, withdrawn }: PublishedTemplate,
  today: IsoDate,
  policies: Policies,
): KnownTemplate {
  const state = publishedState({ from: published.from, withdrawn }, today)
  if (state === 'publicerad' && isTrusted(policies, published.publicKey)) return template
  return { ...template, offered: false, ...(withdrawn === undefined ? {} : { withdrawn }) }
}

/**
 * The templates that were given, and with them those that were published in an archive, as they stand on a day. Where both have a
 * version of the same number the archive's is the one that its notes pin. Remembers its last answer: each call asks anew.
 */
export function joinTemplates(
  given: Templates,
  policies: Policies,
): (published: readonly PublishedTemplate[], today: IsoDate) => Templates {
  let last: { published: readonly PublishedTemplate[]; today: IsoDate; templates: Templates } | undefined
  return (published, today) => {
    if (published.length === 0) return given
    if (last?.published === published && last.today === today) return last.templates
    const own = published.map((each) => asKnown(each, today, policies))
    const others = given.all.filter((template) => templateOf(own, template) === undefined)
    last = { published, today, templates: templatesOf([...others, ...own], given.problems) }
    return last.templates
  }
}

/** Keeps what is derived of an archive's notes in step with them, by the templates that are there now. */
export function deriveWith(state: CoreState, db: Db, published: readonly PublishedTemplate[]): void {
  keepDerived(db, state.templatesWith(published).all, derivingTold(state))
}

/** Reads again what is published in the open archive, once something of it has changed, and tells every window. */
export function renewPublished(state: CoreState, line: string): void {
  const open = openArchiveOf(state)
  const published = readPublished(open.db)
  state.open = { ...open, published }
  deriveWith(state, open.db, published)
  state.changes.publish({ type: 'templates' }, line)
}

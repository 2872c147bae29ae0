import type { DocumentKind, Owner } from '../../shared/template/kinds.ts'
import { useT } from '../text/use-t.ts'
import type { IconName } from './contribution.ts'
import { Icon } from './icon.tsx'

/** The three families of documents that must never look alike: the employer's plan, FK's own, and the position on the need. */
export type Tone = 'employer' | 'agency' | 'need'

/** The family of a document, whose colour it has. */
export function toneOf(kind: DocumentKind, owner: Owner): Tone {
  if (owner === 'arbetsgivare') return 'employer'
  return kind === 'behovsklarlaggande' ? 'need' : 'agency'
}

const kindIcons: Record<DocumentKind, IconName> = {
  'arbetsgivarens-plan': 'briefcase',
  planering: 'milestone',
  behovsklarlaggande: 'search',
  aktivitet: 'tasklist',
  mote: 'organization',
  tips: 'megaphone',
  granskning: 'eye',
  intervju: 'comment-discussion',
}

/** The icon of a kind of document. */
export function kindIcon(kind: DocumentKind): IconName {
  return kindIcons[kind]
}

/** Whose document it is, by word, icon and colour together. */
export function OwnerBadge({ owner, kind }: { owner: Owner; kind: DocumentKind }) {
  const t = useT()
  return (
    <span className="owner-badge" data-tone={toneOf(kind, owner)}>
      <Icon name={kindIcon(kind)} />
      {t(`lists.owner.${owner}`)}
    </span>
  )
}

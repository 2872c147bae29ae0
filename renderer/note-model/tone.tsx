import type { DocumentKind, Owner } from '../../shared/case/kinds.ts'
import { Icon } from '../base/icon.tsx'
import { useT } from '../base/use-t.ts'

/** The three families of documents that must never look alike: the employer's plan, FK's own, and the position on the need. */
export type Tone = 'employer' | 'agency' | 'need'

/** The family of a document, whose colour it has. */
export function toneOf(kind: DocumentKind, owner: Owner): Tone {
  if (owner === 'arbetsgivare') return 'employer'
  return kind === 'behovsklarlaggande' ? 'need' : 'agency'
}

const kindIcons: Record<DocumentKind, string> = {
  'arbetsgivarens-plan': 'briefcase',
  planering: 'milestone',
  behovsklarlaggande: 'compass',
  aktivitet: 'tasklist',
  mote: 'organization',
  tips: 'megaphone',
  granskning: 'eye',
  intervju: 'comment-discussion',
}

/** The icon of a kind of document. */
export function kindIcon(kind: DocumentKind): string {
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

import { type DocumentKind, type Owner, toneOf } from '../../shared/case/kinds.ts'
import { Icon } from '../base/icon.tsx'
import { useT } from '../base/use-t.ts'

const kindIcons: Record<DocumentKind, string> = {
  'arbetsgivarens-plan': 'briefcase',
  planering: 'milestone',
  behovsklarlaggande: 'compass',
  stallningstagande: 'law',
  uppfoljning: 'history',
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

import { type DocumentKind, type Owner, toneOf } from '../../shared/case/kinds.ts'
import type { TourMark } from '../../shared/training/tour.ts'
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

/** Whose document it is, by word, icon and colour together. `mark` names it for tours, where a page has one. */
export function OwnerBadge(props: { owner: Owner; kind: DocumentKind; mark?: TourMark }) {
  const t = useT()
  const { owner, kind, mark } = props
  return (
    <span className="owner-badge" data-tone={toneOf(kind, owner)} data-mark={mark}>
      <Icon name={kindIcon(kind)} />
      {t(`lists.owner.${owner}`)}
    </span>
  )
}

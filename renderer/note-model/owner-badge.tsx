import type { DocumentKind, Owner } from '../../shared/case/kinds.ts'
import { Icon } from '../base/icon.tsx'
import { useT } from '../base/use-t.ts'
import { kindIcon, toneOf } from './tone.ts'

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

import type { CaseDetails } from '../../../../shared/case/case.ts'
import { toneOf } from '../../../../shared/case/kinds.ts'
import type { StoredNote } from '../../../../shared/note/note.ts'
import { stateOf } from '../../../../shared/note/review.ts'
import type { Template } from '../../../../shared/template/template.ts'
import { Icon } from '../../../base/icon.tsx'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { stateIcon } from '../../../note-model/note-name.ts'
import { OwnerBadge } from '../../../note-model/owner-badge.tsx'

/** The head of a note: whose document it is by word, icon and colour; what it is, by which law, for whom, and its state. */
export function NoteBand({
  note,
  template,
  case: details,
}: {
  note: StoredNote
  template: Template
  case: CaseDetails
}) {
  const t = useT()
  const language = useLanguage()
  const legal = template.legalBasis.map(({ provision }) => provision).join(', ')
  return (
    <header className="note-band" data-tone={toneOf(note.kind, note.owner)}>
      <p className="note-band-owner">
        <OwnerBadge owner={note.owner} kind={note.kind} />
        <span className="note-band-status" data-status={stateOf(note)}>
          <Icon name={stateIcon(stateOf(note))} />
          {t(`lists.status.${stateOf(note)}`)}
        </span>
      </p>
      <h1 className="note-title">{template.title[language]}</h1>
      <p className="note-band-facts">
        <span>{t('notes.band.case', { number: details.number, name: details.insured.name })}</span>
        <span>{legal}</span>
      </p>
      <p className="note-band-summary">{template.summary[language]}</p>
    </header>
  )
}

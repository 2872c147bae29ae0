import { timeText } from '../case/dates.ts'
import type { DisposalReceipt } from '../case/disposal.ts'
import { type Language, type TextKey, translate } from '../text/index.ts'
import { printableLine } from '../text/printable.ts'
import { agencyPage } from './agency-page.ts'
import type { JournalEntry } from './entry.ts'
import { userText } from './user-text.ts'

/** A receipt of disposal as an entry that every export prints: what went, and the digests that stay of it. */
export function disposalEntry(receipt: DisposalReceipt, language: Language): JournalEntry {
  const t = (key: TextKey, params = {}) => translate(language, key, params)
  const { number, closedOn, at, by, reason, counts, notes } = receipt
  return agencyPage(language, {
    title: t('disposal.receipt.title'),
    caseNumber: printableLine(number),
    rows: [
      { label: t('journal.header.case'), text: printableLine(number) },
      { label: t('disposal.receipt.closed'), text: closedOn },
      { label: t('disposal.receipt.at'), text: timeText(language, at) },
      { label: t('disposal.receipt.by'), text: userText(language, by) },
      { label: t('disposal.receipt.reason'), text: printableLine(reason) },
      { label: t('disposal.receipt.counts'), text: t('disposal.counts', counts) },
    ],
    sections: [
      {
        title: t('disposal.receipt.digests'),
        blocks: [
          {
            type: 'table',
            label: t('disposal.receipt.digests'),
            columns: [
              t('journal.foot.noteId'),
              t('disposal.receipt.revision'),
              t('disposal.receipt.content'),
              t('disposal.receipt.record'),
            ],
            rows: notes.map(({ id, revision, content, record = '' }) => [
              id,
              String(revision),
              content,
              record,
            ]),
          },
        ],
      },
    ],
    foot: { label: t('disposal.receipt.foot'), text: t('disposal.receipt.foot.text') },
  })
}

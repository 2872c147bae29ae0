import { timeText } from '../../../shared/case/dates.ts'
import { agencyPage } from '../../../shared/journal/agency-page.ts'
import type { JournalEntry, LabelledText } from '../../../shared/journal/entry.ts'
import { renderText } from '../../../shared/journal/text.ts'
import { userText } from '../../../shared/journal/user-text.ts'
import type { StoreAnchor } from '../../../shared/note/anchor.ts'
import { fileText } from '../../../shared/note/own-digest.ts'
import { type Language, type TextKey, translate } from '../../../shared/text/index.ts'
import { printableLine } from '../../../shared/text/printable.ts'

/** A digest to be read aloud: eight groups of eight. */
const groupsOf = (digest: string): string => (digest.match(/.{8}/g) ?? []).join(' ')

/** An anchor as a page to print: what it stands for, what it is for, and the digest in groups. */
export function anchorEntry(language: Language, anchor: StoreAnchor): JournalEntry {
  const t = (key: TextKey, params = {}) => translate(language, key, params)
  const row = (key: TextKey, text: string): LabelledText => ({ label: t(key), text })
  return agencyPage(language, {
    title: t('proof.anchor.title'),
    owner: t('proof.anchor.owner'),
    rows: [
      row('proof.anchor.archive', printableLine(anchor.archive)),
      row('proof.anchor.at', timeText(language, anchor.at)),
      row('proof.anchor.by', userText(language, anchor.by)),
      row('proof.anchor.entries', String(anchor.entries)),
      row('proof.anchor.records', String(anchor.records)),
    ],
    sections: [
      {
        title: t('proof.anchor.digest'),
        blocks: [{ type: 'text', label: t('proof.anchor.head'), paragraphs: [groupsOf(anchor.head)] }],
      },
      {
        title: t('proof.anchor.what'),
        blocks: [
          { type: 'text', label: t('proof.anchor.why'), paragraphs: [t('proof.anchor.what.text')] },
          { type: 'text', label: t('proof.anchor.how'), paragraphs: [t('proof.anchor.how.text')] },
        ],
      },
    ],
    foot: row('proof.anchor.fileDigest', anchor.digest),
  })
}

const base64Lines = (text: string) =>
  (
    Buffer.from(text, 'utf8')
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n')

/** An anchor as a draft of a mail (RFC 5322) that the user's own program opens, addresses and sends: we send nothing. */
export function anchorMail(language: Language, anchor: StoreAnchor): string {
  const subject = Buffer.from(translate(language, 'proof.anchor.title'), 'utf8').toString('base64')
  const border = `klarlagt-${anchor.digest.slice(0, 24)}`
  return [
    `Subject: =?UTF-8?B?${subject}?=`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${border}"`,
    '',
    `--${border}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64Lines(renderText(anchorEntry(language, anchor))),
    `--${border}`,
    'Content-Type: application/json; name="arkiv.forankring.json"',
    'Content-Disposition: attachment; filename="arkiv.forankring.json"',
    'Content-Transfer-Encoding: base64',
    '',
    base64Lines(fileText(anchor)),
    `--${border}--`,
    '',
  ].join('\r\n')
}

import type { ReadNote } from '../note/read-note.ts'
import { inLanguage, translate } from '../text/index.ts'
import { printableLine } from '../text/printable.ts'
import type { JournalFoot } from './entry.ts'

/** The foot of an entry: what it was written in, which note it is, and the digest that seals it. */
export function footOf({ note, template, context: { language } }: ReadNote): JournalFoot {
  return {
    rows: [
      {
        label: translate(language, 'journal.foot.template'),
        text: translate(language, 'journal.foot.template.text', {
          title: printableLine(inLanguage(language, template.title)),
          id: template.id,
          version: template.version,
        }),
      },
      { label: translate(language, 'journal.foot.noteId'), text: note.id },
      {
        label: translate(language, 'journal.foot.digest'),
        text:
          note.status === 'journalford'
            ? note.signature.digest
            : translate(language, 'journal.foot.noDigest'),
      },
    ],
  }
}

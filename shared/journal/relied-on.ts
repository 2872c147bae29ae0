import { consentTables } from '../fields/consents.ts'
import { consentsReliedOn } from '../note/cooperation.ts'
import type { ReadNote } from '../note/read-note.ts'
import { translate } from '../text/index.ts'
import type { JournalBlock } from './entry.ts'

const printed = new WeakMap<ReadNote, JournalBlock[]>()

/**
 * The consents in the case that what the note tells of rests on (30 kap. 10 § SFB), where the note does not give them
 * itself: whoever reads the entry alone shall see that there was one, of which day, and how it was given.
 */
export function reliedOnBlocks(read: ReadNote): JournalBlock[] {
  const before = printed.get(read)
  if (before) return before
  const { language } = read.context
  const title = translate(language, 'journal.table.reliedOn')
  const blocks = consentTables(language, consentsReliedOn(read), title).map(
    ({ columns, rows }): JournalBlock => ({ type: 'table', label: title, columns, rows }),
  )
  printed.set(read, blocks)
  return blocks
}

import { holdsAnswer } from '../fields/index.ts'
import { asSigned } from '../note/context.ts'
import { type ReadNote, readNote } from '../note/read-note.ts'
import { inLanguage, translate } from '../text/index.ts'
import { printableLine } from '../text/printable.ts'
import { fieldBlocks } from './blocks.ts'
import type { JournalEntry, JournalSection } from './entry.ts'
import { footOf } from './foot.ts'
import { headerOf } from './header.ts'

function sectionsOf(read: ReadNote): JournalSection[] {
  const { template, context, visible } = read
  return template.sections
    .map((section) => ({
      title: printableLine(inLanguage(context.language, section.title)),
      blocks: section.fields.flatMap((field) =>
        holdsAnswer(field) && visible(field.id) ? fieldBlocks(read, field) : [],
      ),
    }))
    .filter(({ blocks }) => blocks.length > 0)
}

/**
 * A note as a journal entry: what its visible fields say, in the template's order and the asked language.
 * Hidden and empty fields and empty sections leave no trace. Pure; a signed note gives the same entry for ever.
 */
export function toJournalEntry(given: ReadNote): JournalEntry {
  const { note, context } = given
  const draft = note.status === 'utkast'
  const read = draft ? given : readNote(given, asSigned(note, context))
  const { language } = context
  return {
    language,
    kind: note.kind,
    owner: note.owner,
    draft,
    draftMark: draft
      ? {
          word: translate(language, 'journal.draft'),
          explanation: translate(language, 'journal.draft.explanation'),
        }
      : undefined,
    header: headerOf(read),
    sections: sectionsOf(read),
    foot: footOf(read),
  }
}

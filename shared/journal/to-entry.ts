import { inLanguage, translate } from '../text/index.ts'
import { fieldBlocks } from './blocks.ts'
import { contextOf, type EntryContext, type EntryInput } from './context.ts'
import type { JournalEntry, JournalSection } from './entry.ts'
import { footOf } from './foot.ts'
import { headerOf } from './header.ts'
import { printableLine } from './printable.ts'

export type { EntryInput } from './context.ts'

function sectionsOf(context: EntryContext): JournalSection[] {
  const { template, evaluator, language } = context
  return template.sections
    .map((section) => ({
      title: printableLine(inLanguage(language, section.title)),
      blocks: section.fields.flatMap((field) =>
        field.type === 'info' || !evaluator.visible(field.id) ? [] : fieldBlocks(context, field),
      ),
    }))
    .filter(({ blocks }) => blocks.length > 0)
}

/**
 * A note as a journal entry: what its visible fields say, in the template's order and the asked language.
 * Hidden and empty fields and empty sections leave no trace. Pure; a signed note gives the same entry for ever.
 */
export function toJournalEntry(input: EntryInput): JournalEntry {
  const context = contextOf(input)
  const { note, language } = context
  const draft = note.status === 'utkast'
  return {
    language,
    kind: note.kind,
    owner: note.owner,
    draft,
    draftMark: draft
      ? {
          word: translate(language, 'journal.utkast'),
          explanation: translate(language, 'journal.utkast.forklaring'),
        }
      : undefined,
    header: headerOf(context),
    sections: sectionsOf(context),
    foot: footOf(context),
  }
}

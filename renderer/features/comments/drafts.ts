import { create } from 'zustand'
import type { Words } from '../../../shared/comments/thread.ts'
import { useArchive } from '../../workbench/context.ts'

const empty: Words = { text: '' }

/** What is being written, by whom and what it is about: kept while somebody looks at something else. */
const useDrafts = create<Readonly<Record<string, Words>>>(() => ({}))

/** What the one who works now has written for this so far, and ways to write on and to forget it. */
export function useCommentDraft(about: string): {
  words: Words
  write: (words: Words) => void
  forget: () => void
} {
  const archive = useArchive()
  // Nobody finds what another has begun to write.
  const key = archive.state === 'open' ? `${archive.user.id ?? archive.user.name} ${about}` : about
  const words = useDrafts((drafts) => drafts[key]) ?? empty
  return {
    words,
    write: (next) => useDrafts.setState({ [key]: next }),
    forget: () =>
      useDrafts.setState(
        (drafts) => Object.fromEntries(Object.entries(drafts).filter(([id]) => id !== key)),
        true,
      ),
  }
}

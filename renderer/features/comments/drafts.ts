import { create } from 'zustand'
import type { Words } from '../../../shared/comments/thread.ts'

const empty: Words = { text: '' }

/** What is being written, by what it is about: kept while somebody looks at something else. */
const useDrafts = create<Readonly<Record<string, Words>>>(() => ({}))

/** What has been written for this so far, and ways to write on and to forget it. */
export function useCommentDraft(key: string): {
  words: Words
  write: (words: Words) => void
  forget: () => void
} {
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

import { diffWordsWithSpace } from 'diff'
import { useT } from '../../base/use-t.ts'

/** The old words and the new ones as one text: what goes is struck out, what comes is underlined, and both are said. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  const t = useT()
  let at = 0
  return (
    <p className="thread-diff" lang="sv">
      {diffWordsWithSpace(before, after).map(({ value, added, removed }) => {
        const key = `${at} ${value}`
        at += value.length
        if (added)
          return (
            <ins key={key}>
              <span className="visually-hidden">{t('comments.diff.added')} </span>
              {value}
            </ins>
          )
        if (removed)
          return (
            <del key={key}>
              <span className="visually-hidden">{t('comments.diff.removed')} </span>
              {value}
            </del>
          )
        return <span key={key}>{value}</span>
      })}
    </p>
  )
}

import { type ReactNode, useState } from 'react'
import { useT } from '../../../base/use-t.ts'

/**
 * The first of a long list, and the button that shows the rest: a case of two years has hundreds of insatser, and what is
 * never looked at is not drawn.
 */
export function useFewFirst<T>(all: readonly T[], first: number): { shown: readonly T[]; more: ReactNode } {
  const t = useT()
  const [whole, setWhole] = useState(false)
  if (whole || all.length <= first) return { shown: all, more: null }
  return {
    shown: all.slice(0, first),
    more: (
      <button type="button" className="link-button few-more" onClick={() => setWhole(true)}>
        {t('overview.showAll', { count: all.length })}
      </button>
    ),
  }
}

import { useState } from 'react'
import { MAX_FIELD_CHARS } from '../../shared/case/limits.ts'
import { Icon } from '../base/icon.tsx'
import { useT } from '../base/use-t.ts'

/** Why a text was not taken in: how large it was and how large it may be. */
export interface TooLarge {
  characters: number
  limit: number
}

const count = new Intl.NumberFormat('sv-SE')

/**
 * Keeps a text within the largest its place takes, in UTF-16 units. What was there before stays when a larger one is
 * refused: cutting it would lose its end in silence.
 */
export function useTextLimit(limit = MAX_FIELD_CHARS): [TooLarge | undefined, (text: string) => boolean] {
  const [refused, setRefused] = useState<TooLarge>()
  const fits = (text: string) => {
    if (text.length <= limit) {
      setRefused(undefined)
      return true
    }
    setRefused({ characters: text.length, limit })
    return false
  }
  return [refused, fits]
}

/** Tells that a text was too large for the field, how large, and what to do. */
export function TooLargeMessage({ refused }: { refused: TooLarge | undefined }) {
  const t = useT()
  if (refused === undefined) return null
  return (
    <p className="field-refused" role="alert">
      <Icon name="error" />
      {t('fields.tooLarge', {
        characters: count.format(refused.characters),
        limit: count.format(refused.limit),
      })}
    </p>
  )
}

import { useState } from 'react'
import { MAX_FIELD_CHARS } from '../../shared/note/limits.ts'
import { useT } from '../text/use-t.ts'
import { Icon } from '../workbench/icon.tsx'

/** Why a text was not taken in: how large it was and how large it may be. */
export interface TooLarge {
  characters: number
  limit: number
}

const count = new Intl.NumberFormat('sv-SE')

/** Keeps a text within the largest a field takes. What was there before stays when a larger one is refused. */
export function useTextLimit(): [TooLarge | undefined, (text: string) => boolean] {
  const [refused, setRefused] = useState<TooLarge>()
  const fits = (text: string) => {
    if (text.length <= MAX_FIELD_CHARS) {
      setRefused(undefined)
      return true
    }
    setRefused({ characters: text.length, limit: MAX_FIELD_CHARS })
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

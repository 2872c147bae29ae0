import { use } from 'react'
import type { Cause } from '../../../../shared/fields/define.ts'
import { pathText } from '../../../../shared/template/problem.ts'
import { messageText, translate } from '../../../../shared/text/index.ts'
import { packPlaceText } from '../../../../shared/training/place-words.ts'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { focusPlace, LacksContext } from './lacks.tsx'

/** What the pack lacks, each leading to where it is mended; and what its file could not hold, where nothing is lacking. */
export function Unfinished({ causes }: { readonly causes: readonly Cause[] }) {
  const t = useT()
  const language = useLanguage()
  const lacks = use(LacksContext)
  const isFinished = lacks.length === 0 && causes.length === 0
  return (
    <div className={isFinished ? undefined : 'form-summary'}>
      {/* The list is no part of what is read out, or all of it would be read anew for each that is mended. */}
      <div role="alert">{isFinished ? null : <p>{t('exercise.author.unfinished')}</p>}</div>
      {isFinished ? null : (
        <ul className="author-problems">
          {lacks.map(({ at, within, what }) => (
            <li key={`${at} ${what.key}`}>
              <button type="button" className="link-button" onClick={() => focusPlace(at)}>
                {within === undefined ? null : `${messageText(language, within)} `}
                {messageText(language, what)}
              </button>
            </li>
          ))}
          {causes.map(({ path, key, params }) => (
            <li key={`${pathText(path)} ${key}`}>
              {packPlaceText(pathText(path), language)} {translate(language, key, params)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

import { useState } from 'react'
import { type JsonPath, jsonAt } from '../../../../shared/studio/json-path.ts'
import { renamed } from '../../../../shared/studio/namings.ts'
import { freeId, idFromWords } from '../../../../shared/studio/slug.ts'
import { takenIds } from '../../../../shared/studio/working.ts'
import { ariaOf } from '../../../base/controls.tsx'
import { useT } from '../../../base/use-t.ts'
import { useMember, useStudio } from '../studio-context.ts'
import { LabelledMember } from './labelled-member.tsx'

/**
 * The id of a part. It is another when the field is left, not at every key: what names it follows, and on the way to its new
 * name it may have that of another.
 */
export function IdField({ part }: { part: JsonPath }) {
  const t = useT()
  const path = [...part, 'id']
  const { session, working } = useStudio()
  const { value, isHeld } = useMember(path)
  const id = typeof value === 'string' ? value : ''
  const [typed, setTyped] = useState<string>()
  const rename = (next: string) => {
    setTyped(undefined)
    if (next !== id) session.edit(renamed(working, part, next))
  }
  const words = jsonAt(working, [...part, part.length === 2 ? 'title' : 'label', 'sv'])
  const wanted = idFromWords(typeof words === 'string' ? words : '')
  const taken = takenIds(working, part.length === 2 ? 'section' : 'field')
  taken.delete(id)
  const fromWords = wanted === '' ? '' : freeId(wanted, taken)
  return (
    <LabelledMember path={path} label={t('studio.member.id')} required>
      {({ id: control, ...ties }) => (
        <div className="studio-id">
          <input
            id={control}
            className="form-input studio-code"
            spellCheck={false}
            readOnly={isHeld}
            value={typed ?? id}
            {...ariaOf(ties)}
            onChange={({ target }) => setTyped(target.value)}
            onBlur={() => typed !== undefined && rename(typed)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && typed !== undefined) rename(typed)
              if (event.key === 'Escape') setTyped(undefined)
            }}
          />
          {fromWords === '' || fromWords === id || isHeld ? null : (
            <button type="button" className="button" onClick={() => rename(fromWords)}>
              {t('studio.idFromWords', { id: fromWords })}
            </button>
          )}
        </div>
      )}
    </LabelledMember>
  )
}

import { useState } from 'react'
import { type JsonPath, jsonAt, listAt } from '../../../../shared/studio/json-path.ts'
import { optionRenamed, renamed } from '../../../../shared/studio/namings.ts'
import { freeId, idFromWords } from '../../../../shared/studio/slug.ts'
import { takenColumns, takenIds, type Working } from '../../../../shared/studio/working.ts'
import { ariaOf } from '../../../base/controls.tsx'
import { useT } from '../../../base/use-t.ts'
import { useMember, useStudio } from '../studio-context.ts'
import { LabelledMember } from './labelled-member.tsx'
import { nameIn, wordsOfMember } from './member-words.ts'

/** The ids that a part of a template must differ from. */
function takenBeside(working: Working, part: JsonPath): Set<string> {
  if (part.length === 6) return takenColumns(working, part.slice(0, 4))
  return takenIds(working, part.length === 2 ? 'section' : 'field')
}

/** The id of a part: what names it follows. */
export function IdField({ part }: { part: JsonPath }) {
  const { session, working, before } = useStudio()
  return (
    <NameField
      path={[...part, 'id']}
      words={jsonAt(working, [...part, part.length === 2 ? 'title' : 'label', 'sv'])}
      taken={takenBeside(working, part)}
      rename={(next) => session.edit(renamed(working, part, next, before))}
    />
  )
}

/** What an option is called in the file: conditions that compare with it follow. */
export function OptionValueField({ option }: { option: JsonPath }) {
  const { session, working, before } = useStudio()
  const values = listAt(working, option.slice(0, -1)).map((each) => jsonAt(each, ['value']))
  return (
    <NameField
      path={[...option, 'value']}
      words={jsonAt(working, [...option, 'label', 'sv'])}
      taken={new Set(values.filter((value) => typeof value === 'string'))}
      rename={(next) => session.edit(optionRenamed(working, option, next, before))}
    />
  )
}

interface NameProps {
  readonly path: JsonPath
  /** What it could be made of. */
  readonly words: unknown
  readonly taken: Set<string>
  readonly rename: (next: string) => void
}

/**
 * What something is called in the file. It is another when the field is left, not at every key: what names it follows, and on the way
 * to its new name it may have that of another.
 */
function NameField({ path, words, taken, rename }: NameProps) {
  const t = useT()
  const { value, isHeld } = useMember(path)
  const id = typeof value === 'string' ? value : ''
  const [typed, setTyped] = useState<string>()
  const become = (next: string) => {
    setTyped(undefined)
    if (next !== id) rename(next)
  }
  const wanted = idFromWords(typeof words === 'string' ? words : '')
  const others = new Set([...taken].filter((each) => each !== id))
  const fromWords = wanted === '' ? '' : freeId(wanted, others)
  return (
    <LabelledMember path={path} label={wordsOfMember(t, nameIn(path))} required>
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
            onBlur={() => typed !== undefined && become(typed)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && typed !== undefined) become(typed)
              if (event.key === 'Escape') setTyped(undefined)
            }}
          />
          {fromWords === '' || fromWords === id || isHeld ? null : (
            <button type="button" className="button" onClick={() => become(fromWords)}>
              {t('studio.idFromWords', { id: fromWords })}
            </button>
          )}
        </div>
      )}
    </LabelledMember>
  )
}

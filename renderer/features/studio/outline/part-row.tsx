import { type CSSProperties, memo } from 'react'
import type { Severity } from '../../../../shared/fields/place.ts'
import { type JsonPath, pathKey } from '../../../../shared/studio/json-path.ts'
import { shownWords } from '../../../../shared/studio/text.ts'
import type { WorkingPart } from '../../../../shared/studio/working.ts'
import { Icon } from '../../../base/icon.tsx'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { wordsOfValue } from '../properties/member-words.ts'

const icons: Readonly<Record<WorkingPart['kind'], string>> = {
  template: 'notebook-template',
  section: 'symbol-namespace',
  field: 'symbol-field',
  column: 'split-horizontal',
}

interface RowProps {
  readonly part: WorkingPart
  readonly isAt: boolean
  readonly mark: Severity | undefined
  readonly onSelect: (path: JsonPath) => void
}

/** A part in the list. Drawn again only when it is another, or chosen or not. */
const PartRow = memo(function PartRow({ part, isAt, mark, onSelect }: RowProps) {
  const t = useT()
  const language = useLanguage()
  const words = shownWords(part.label, language)
  const level = Math.floor(part.path.length / 2) + 1
  return (
    <div
      role="treeitem"
      className="studio-part"
      data-part-path={pathKey(part.path)}
      data-kind={part.kind}
      data-level={level}
      aria-level={level}
      aria-selected={isAt}
      tabIndex={isAt ? 0 : -1}
      onFocus={() => {
        if (!isAt) onSelect(part.path)
      }}
    >
      <Icon name={icons[part.kind]} />
      <span
        className={words === '' ? 'studio-part-name studio-part-unnamed' : 'studio-part-name'}
        title={words === '' ? undefined : words}
      >
        {words === '' ? part.id || t('studio.unnamed') : words}
      </span>
      {part.isConditional ? (
        <span className="studio-part-sign" title={t('studio.conditional')}>
          <Icon name="git-branch" />
          <span className="visually-hidden"> {t('studio.conditional')}</span>
        </span>
      ) : null}
      {mark === undefined ? null : (
        <span className="studio-part-sign" data-severity={mark}>
          <Icon name={mark === 'error' ? 'error' : 'warning'} />
          <span className="visually-hidden">
            {' '}
            {t(mark === 'error' ? 'studio.hasError' : 'studio.hasWarning')}
          </span>
        </span>
      )}
      {part.type === '' ? null : (
        <span className="studio-part-type">{wordsOfValue(t, 'type', part.type)}</span>
      )}
    </div>
  )
})

interface RowsProps {
  readonly parts: readonly WorkingPart[]
  /** The part that one is at, where it is one of these. */
  readonly atKey: string | undefined
  /** The gravest problem of each part, by its path. */
  readonly marks: ReadonlyMap<string, Severity>
  readonly onSelect: (path: JsonPath) => void
}

/** Parts that stand together: drawn again only when one of them is another, and laid out only near to where one looks. */
export const PartRows = memo(function PartRows({ parts, atKey, marks, onSelect }: RowsProps) {
  const style: CSSProperties = { containIntrinsicHeight: `auto calc(${parts.length} * var(--row))` }
  return (
    <div role="none" className="studio-part-rows" style={style}>
      {parts.map((part) => {
        const key = pathKey(part.path)
        return (
          <PartRow key={key} part={part} isAt={key === atKey} mark={marks.get(key)} onSelect={onSelect} />
        )
      })}
    </div>
  )
})

import { useState } from 'react'
import type { FieldDiff } from '../../../shared/history/diff.ts'
import { useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { useKeyLabel } from '../../workbench/keybindings.ts'
import { type CompareLayout, compareLayouts, FieldDiffs } from './field-diffs.tsx'

interface Props {
  readonly heading: string
  /** Which two texts these are, the earlier first, in words. */
  readonly sides: readonly [string, string]
  readonly fields: readonly FieldDiff[]
}

/** Two texts of a note or of two notes, field by field, with the way from one change to the next. */
export function ComparisonPage({ heading, sides, fields }: Props) {
  const t = useT()
  const [layout, setLayout] = useState<CompareLayout>('unified')
  const [onlyChanges, setOnlyChanges] = useState(true)
  const changed = fields.filter(({ change }) => change !== 'same')
  return (
    <article className="page compare">
      <h1 className="page-title">{heading}</h1>
      <ul className="compare-about">
        {sides.map((side) => (
          <li key={side}>{side}</li>
        ))}
      </ul>
      <div className="compare-bar">
        <fieldset className="compare-layout">
          <legend className="visually-hidden">{t('history.compare.layout')}</legend>
          {compareLayouts.map((value) => (
            <label key={value} className="form-choice">
              <input
                type="radio"
                name={sides.join()}
                checked={layout === value}
                onChange={() => setLayout(value)}
              />
              <span>{t(`history.compare.layout.${value}`)}</span>
            </label>
          ))}
        </fieldset>
        <label className="form-choice">
          <input type="checkbox" checked={onlyChanges} onChange={() => setOnlyChanges(!onlyChanges)} />
          <span>{t('history.compare.onlyChanges')}</span>
        </label>
        <Steps />
        <p role="status">
          {changed.length === 0
            ? t('history.nothingDiffers')
            : t('history.compare.count', { count: changed.length })}
        </p>
      </div>
      <FieldDiffs fields={onlyChanges ? changed : fields} layout={layout} />
    </article>
  )
}

/** The way from one change to the next. */
function Steps() {
  const t = useT()
  const { runCommand } = useWorkbench()
  const keys = { previous: useKeyLabel('history.previous'), next: useKeyLabel('history.next') }
  return (
    <span className="compare-steps">
      {(['previous', 'next'] as const).map((way) => (
        <button key={way} type="button" className="button" onClick={() => runCommand(`history.${way}`)}>
          {t(`history.command.${way}`)} {keys[way] === undefined ? null : <kbd>{keys[way]}</kbd>}
        </button>
      ))}
    </span>
  )
}

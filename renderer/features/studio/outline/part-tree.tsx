import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Severity } from '../../../../shared/fields/place.ts'
import { takesColumns } from '../../../../shared/studio/edit.ts'
import { type JsonPath, pathKey } from '../../../../shared/studio/json-path.ts'
import type { StudioProblem } from '../../../../shared/studio/problem.ts'
import { partAround, partsOf } from '../../../../shared/studio/working.ts'
import { useT } from '../../../base/use-t.ts'
import { useStudio } from '../studio-context.ts'
import { ToolButton } from '../tool-button.tsx'
import { partKeys, strokeOf, usePartActions } from './part-actions.ts'
import { PartRow } from './part-row.tsx'
import './part-tree.css'

/** The gravest problem in each part, by its path. */
function gravest(
  problems: ReadonlyMap<string, readonly StudioProblem[]>,
  partOf: (path: readonly PropertyKey[]) => JsonPath,
): ReadonlyMap<string, Severity> {
  const found = new Map<string, Severity>()
  for (const { path, severity } of [...problems.values()].flat()) {
    const key = pathKey(partOf(path))
    if (severity === 'error' || !found.has(key)) found.set(key, severity)
  }
  return found
}

/** The sections and fields of a template as a tree that keys go through, move and change. */
export function PartTree({ at }: { at: JsonPath }) {
  const t = useT()
  const { session, working, problems } = useStudio()
  const tree = useRef<HTMLDivElement>(null)
  const actions = usePartActions(at)
  const parts = partsOf(working)
  const index = parts.findIndex(({ path }) => pathKey(path) === pathKey(at))
  const marks = gravest(problems, (path) => partAround(working, path))

  // While the focus is in the tree it follows the part that one is at.
  const key = pathKey(at)
  useEffect(() => {
    const element = tree.current
    const item = element?.querySelector<HTMLElement>(`[data-part-path="${CSS.escape(key)}"]`)
    if (element?.contains(document.activeElement)) item?.focus()
    else item?.scrollIntoView({ block: 'nearest' })
  }, [key])

  const onKeyDown = (event: KeyboardEvent) => {
    const action = partKeys[strokeOf(event)]
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: parts.length - 1 }[strokeOf(event)]
    if (action !== undefined) actions[action]()
    else if (to !== undefined) session.select(parts[to]?.path ?? at)
    else if (event.key === 'Enter') focusProperties(tree.current)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const isGroup = takesColumns(working, at)
  return (
    <section className="studio-parts" aria-label={t('studio.parts')}>
      <div className="studio-tools" role="toolbar" aria-label={t('studio.partTools')}>
        <ToolButton label={t('studio.addField')} icon="add" keys="Ctrl+Enter" onPress={actions.addField} />
        {isGroup ? (
          <ToolButton label={t('studio.addColumn')} icon="split-horizontal" onPress={actions.addColumn} />
        ) : null}
        <ToolButton
          label={t('studio.addSection')}
          icon="new-folder"
          keys="Ctrl+Shift+Enter"
          onPress={actions.addSection}
        />
        <ToolButton
          label={t('studio.copy')}
          icon="copy"
          keys="Alt+Shift+ArrowDown"
          isOff={at.length === 0}
          onPress={actions.copy}
        />
        <ToolButton
          label={t('studio.up')}
          icon="arrow-up"
          keys="Alt+ArrowUp"
          isOff={at.length === 0}
          onPress={actions.up}
        />
        <ToolButton
          label={t('studio.down')}
          icon="arrow-down"
          keys="Alt+ArrowDown"
          isOff={at.length === 0}
          onPress={actions.down}
        />
        <ToolButton
          label={t('studio.remove')}
          icon="trash"
          keys="Delete"
          isOff={at.length === 0}
          onPress={actions.remove}
        />
      </div>
      <div
        ref={tree}
        className="studio-tree"
        role="tree"
        tabIndex={-1}
        aria-label={t('studio.parts')}
        onKeyDown={onKeyDown}
      >
        {parts.map((part, number) => (
          <PartRow
            key={pathKey(part.path)}
            part={part}
            isAt={number === index}
            mark={marks.get(pathKey(part.path))}
            onSelect={session.select}
          />
        ))}
      </div>
    </section>
  )
}

/** From the list into what the chosen part says. */
function focusProperties(tree: HTMLElement | null): void {
  const studio = tree?.closest('.studio')
  studio?.querySelector<HTMLElement>('.studio-properties :is(input, select, textarea, button)')?.focus()
}

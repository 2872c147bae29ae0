import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import type { Severity } from '../../../../shared/fields/place.ts'
import { takesColumns } from '../../../../shared/studio/edit.ts'
import { type JsonPath, pathKey } from '../../../../shared/studio/json-path.ts'
import type { StudioProblem } from '../../../../shared/studio/problem.ts'
import { partPath, partsOf, sectionPartsOf, templatePart } from '../../../../shared/studio/working.ts'
import { useT } from '../../../base/use-t.ts'
import { useStudio } from '../studio-context.ts'
import { ToolButton } from '../tool-button.tsx'
import { partTools, strokeOf, usePartActions } from './part-actions.ts'
import { PartRows } from './part-row.tsx'
import './part-tree.css'

type Marks = ReadonlyMap<string, Severity>

/** The gravest problem of each part, by its path, for each section apart; under undefined that of the template itself. */
function marksBySection(problems: readonly StudioProblem[]): ReadonlyMap<PropertyKey | undefined, Marks> {
  const found = new Map<PropertyKey | undefined, Map<string, Severity>>()
  for (const { path, severity } of problems) {
    const part = partPath(path)
    const marks = found.get(part[1]) ?? new Map<string, Severity>()
    found.set(part[1], marks)
    if (severity === 'error' || !marks.has(pathKey(part))) marks.set(pathKey(part), severity)
  }
  return found
}

const unmarked: Marks = new Map()

/** The sections and fields of a template as a tree that keys go through, move and change. */
export function PartTree({ at }: { at: JsonPath }) {
  const t = useT()
  const { session, working, problems } = useStudio()
  const tree = useRef<HTMLDivElement>(null)
  const actions = usePartActions(at)
  const sections = sectionPartsOf(working)
  const marks = useMemo(() => marksBySection([...problems.values()].flat()), [problems])

  // While the focus is in the tree it follows the part that one is at.
  const key = pathKey(at)
  useEffect(() => {
    const element = tree.current
    const item = element?.querySelector<HTMLElement>(`[data-part-path="${CSS.escape(key)}"]`)
    if (element?.contains(document.activeElement)) item?.focus()
    else item?.scrollIntoView({ block: 'nearest' })
  }, [key])

  const onKeyDown = (event: KeyboardEvent) => {
    const action = partTools.find(({ keys }) => keys === strokeOf(event))?.action
    const parts = partsOf(working)
    const index = parts.findIndex(({ path }) => pathKey(path) === key)
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: parts.length - 1 }[strokeOf(event)]
    if (action !== undefined) actions[action]()
    else if (to !== undefined) session.select(parts[to]?.path ?? at)
    else if (event.key === 'Enter') focusProperties(tree.current)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const tools = partTools.filter(({ of }) => of !== 'groups' || takesColumns(working, at))
  return (
    <section className="studio-parts" aria-label={t('studio.parts')}>
      <div className="studio-tools" role="toolbar" aria-label={t('studio.partTools')}>
        {tools.map(({ action, label, icon, keys, of }) => (
          <ToolButton
            key={action}
            label={t(label)}
            icon={icon}
            keys={keys}
            isOff={of === 'parts' && at.length === 0}
            onPress={actions[action]}
          />
        ))}
      </div>
      <div
        ref={tree}
        className="studio-tree"
        role="tree"
        tabIndex={-1}
        aria-label={t('studio.parts')}
        onKeyDown={onKeyDown}
      >
        <PartRows
          parts={[templatePart(working)]}
          atKey={key}
          marks={marks.get(undefined) ?? unmarked}
          onSelect={session.select}
        />
        {sections.map((parts, index) => (
          <PartRows
            key={pathKey(['sections', index])}
            parts={parts}
            atKey={at[1] === index ? key : undefined}
            marks={marks.get(index) ?? unmarked}
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

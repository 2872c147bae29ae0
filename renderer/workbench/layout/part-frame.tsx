import type { ReactNode } from 'react'
import type { TextKey } from '../../../shared/text/index.ts'
import { useT } from '../../base/use-t.ts'
import type { Part } from '../contribution.ts'
import { setSize, useLayoutStore } from './layout-store.ts'
import { Sash } from './sash.tsx'

const shapes = {
  sideBar: {
    element: 'section',
    name: 'side',
    grows: 'right',
    min: 180,
    max: 600,
    sash: 'frame.sash.sideBar',
  },
  panel: { element: 'section', name: 'panel', grows: 'up', min: 96, max: 560, sash: 'frame.sash.panel' },
  auxiliaryBar: {
    element: 'aside',
    name: 'auxiliary',
    grows: 'left',
    min: 200,
    max: 600,
    sash: 'frame.sash.auxiliaryBar',
  },
} as const satisfies Record<Part, { sash: TextKey } & Record<string, unknown>>

/**
 * A part of the frame with the sash that sizes it. It alone follows its size: what stands in it is given from above as
 * the same element, and is not rendered again while the sash is drawn.
 */
export function PartFrame(props: { part: Part; className: string; label: string; children: ReactNode }) {
  const t = useT()
  const { element: Element, name, grows, min, max, sash } = shapes[props.part]
  const size = useLayoutStore(({ bars }) => bars[props.part].size)
  // On a narrow window the bars lie over the editors with a width of their own.
  const sized = useLayoutStore(({ narrow }) => props.part === 'panel' || !narrow)
  const line = sized ? (
    <Sash
      label={t(sash)}
      size={size}
      min={min}
      max={max}
      grows={grows}
      onResize={(next) => setSize(props.part, next)}
    />
  ) : null
  return (
    <Element
      className={props.className}
      aria-label={props.label}
      data-part={name}
      style={grows === 'up' ? { height: size } : { width: size }}
    >
      {grows === 'right' ? null : line}
      {props.children}
      {grows === 'right' ? line : null}
    </Element>
  )
}

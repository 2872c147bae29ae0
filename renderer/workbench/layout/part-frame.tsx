import type { KeyboardEvent, PointerEvent, ReactNode } from 'react'
import type { TextKey } from '../../../shared/text/index.ts'
import { useT } from '../../base/use-t.ts'
import type { Part } from '../contribution.ts'
import { setSize, useLayoutStore } from './layout-store.ts'
import './part-frame.css'

const STEP = 16

/**
 * The line between two parts, dragged with the pointer or moved with the arrow keys. `grows` is the direction in which
 * the part gets larger.
 */
export function Sash(props: {
  label: string
  size: number
  min: number
  max: number
  grows: 'left' | 'right' | 'up'
  onResize: (size: number) => void
}) {
  const vertical = props.grows !== 'up'
  const sign = props.grows === 'right' ? 1 : -1
  const resize = (size: number) => props.onResize(Math.round(Math.min(props.max, Math.max(props.min, size))))

  const onPointerDown = (event: PointerEvent<HTMLHRElement>) => {
    const target = event.currentTarget
    const start = vertical ? event.clientX : event.clientY
    const before = props.size
    target.setPointerCapture(event.pointerId)
    const move = (moved: globalThis.PointerEvent) =>
      resize(before + sign * ((vertical ? moved.clientX : moved.clientY) - start))
    const end = () => {
      target.removeEventListener('pointermove', move)
      target.removeEventListener('pointerup', end)
      target.removeEventListener('pointercancel', end)
    }
    target.addEventListener('pointermove', move)
    target.addEventListener('pointerup', end)
    target.addEventListener('pointercancel', end)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const more = { right: 'ArrowRight', left: 'ArrowLeft', up: 'ArrowUp' }[props.grows]
    const less = { right: 'ArrowLeft', left: 'ArrowRight', up: 'ArrowDown' }[props.grows]
    if (event.key !== more && event.key !== less) return
    event.preventDefault()
    resize(props.size + (event.key === more ? STEP : -STEP))
  }

  return (
    <hr
      className="sash"
      tabIndex={0}
      aria-label={props.label}
      aria-orientation={vertical ? 'vertical' : 'horizontal'}
      aria-valuenow={props.size}
      aria-valuemin={props.min}
      aria-valuemax={props.max}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  )
}

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
 * A part of the frame with the sash that sizes it. Only this component follows the size: its children come from above as
 * the same element, so they do not render while the sash is dragged.
 */
export function PartFrame(props: { part: Part; className: string; label: string; children: ReactNode }) {
  const t = useT()
  const { element: Element, name, grows, min, max, sash } = shapes[props.part]
  const size = useLayoutStore(({ bars }) => bars[props.part].size)
  // In a narrow window the bars overlay the editors and have a fixed width.
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

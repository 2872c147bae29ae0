import type { KeyboardEvent, PointerEvent } from 'react'
import './sash.css'

const STEP = 16

/**
 * The line between two parts, drawn with the pointer or moved with the arrow keys. `grows` says in which direction the
 * part becomes larger.
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

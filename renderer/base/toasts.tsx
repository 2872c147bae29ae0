import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import { Icon } from './icon.tsx'
import { useT } from './use-t.ts'
import './toasts.css'

export type NotifySeverity = 'info' | 'success' | 'warning' | 'error'
export interface NotifyAction {
  readonly title: string
  readonly run: () => void
}
/** Shows a toast, announced politely, or at once for errors. Errors and toasts with actions stay until dismissed. */
export type Notify = (message: string, severity?: NotifySeverity, actions?: readonly NotifyAction[]) => void

export interface Toast {
  readonly id: number
  readonly message: string
  readonly severity: NotifySeverity
  readonly actions: readonly NotifyAction[]
}

interface ToastState {
  readonly toasts: readonly Toast[]
  readonly next: number
}

export const useToasts = create<ToastState>(() => ({ toasts: [], next: 1 }))

/** The most toasts shown. */
const MOST = 3

/** What a toast offers, by its buttons; undefined where it offers nothing. */
const offerOf = ({ actions }: Toast) => actions.map(({ title }) => title).join('\n') || undefined

/**
 * The toasts with one more. None is told twice, and an offer takes the place of the one before it with the same buttons, since neither
 * goes by itself. Where there are too many, one that would go by itself gives way first, and else the oldest.
 */
function withToast(toasts: readonly Toast[], added: Toast): readonly Toast[] {
  const offer = offerOf(added)
  const others = toasts.filter(
    (toast) => toast.message !== added.message && (offer === undefined || offerOf(toast) !== offer),
  )
  const giving = others.length < MOST ? undefined : (others.find(isPassing) ?? others[0])
  return [...others.filter((toast) => toast !== giving), added]
}

export const notify: Notify = (message, severity = 'info', actions = []) => {
  useToasts.setState(({ toasts, next }) => ({
    toasts: withToast(toasts, { id: next, message, severity, actions }),
    next: next + 1,
  }))
}

export function dismiss(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
}

/** Takes away a toast whose offer no longer stands. */
export function dismissSaying(message: string): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.message !== message) }))
}

/** Removes all toasts when the archive closes, since they may name its cases. */
export function dismissAll(): void {
  useToasts.setState({ toasts: [] })
}

/** Whether a toast goes away by itself: not if it offers an action or reports a failure. */
export function isPassing({ severity, actions }: Toast): boolean {
  return actions.length === 0 && (severity === 'info' || severity === 'success')
}

const SHOWN_MS = 6000

const icons = { info: 'info', success: 'pass', warning: 'warning', error: 'error' } as const

/** The toasts, newest at the bottom, in two live regions: errors are announced at once, the rest politely. */
export function Toasts() {
  const t = useT()
  const { toasts } = useToasts()
  const errors = toasts.filter(({ severity }) => severity === 'error')
  const others = toasts.filter(({ severity }) => severity !== 'error')
  return (
    <section
      className="toasts"
      aria-label={t('frame.part.notifications')}
      data-part={toasts.length === 0 ? undefined : 'notifications'}
    >
      <div role="alert">
        {errors.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </div>
      <div role="status">
        {others.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </div>
    </section>
  )
}

function ToastCard({ toast }: { toast: Toast }) {
  const t = useT()
  const card = useRef<HTMLDivElement>(null)
  const passing = isPassing(toast)
  useEffect(() => {
    if (!passing) return
    const timer = setInterval(() => {
      // It stays while it is hovered or focused, so that nobody has to hurry.
      if (card.current?.matches(':hover, :focus-within') !== true) dismiss(toast.id)
    }, SHOWN_MS)
    return () => clearInterval(timer)
  }, [passing, toast.id])
  return (
    <div className="toast" ref={card} data-severity={toast.severity}>
      <Icon name={icons[toast.severity]} />
      <p className="toast-message">{toast.message}</p>
      <button
        type="button"
        className="icon-button"
        aria-label={t('frame.notification.dismiss')}
        onClick={() => dismiss(toast.id)}
      >
        <Icon name="close" />
      </button>
      {toast.actions.length === 0 ? null : (
        <div className="toast-actions">
          {toast.actions.map((action) => (
            <button
              key={action.title}
              type="button"
              className="button"
              onClick={() => {
                dismiss(toast.id)
                action.run()
              }}
            >
              {action.title}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

import { create } from 'zustand'

export type NotifySeverity = 'info' | 'success' | 'warning' | 'error'
export interface NotifyAction {
  readonly title: string
  readonly run: () => void
}
/** Tells something in a toast: read out politely, errors at once. Errors and toasts with actions stay until dismissed. */
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

/** At most so many are shown; the oldest that need no answer go first. */
const MOST = 5

export const notify: Notify = (message, severity = 'info', actions = []) => {
  useToasts.setState(({ toasts, next }) => {
    const others = toasts.filter((toast) => toast.message !== message)
    return { toasts: [...others, { id: next, message, severity, actions }].slice(-MOST), next: next + 1 }
  })
}

export function dismiss(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
}

/** Takes all toasts away: when the archive closes, since they may name its cases. */
export function dismissAll(): void {
  useToasts.setState({ toasts: [] })
}

/** Whether a toast goes away by itself: not where there is something to do or something went wrong. */
export function isPassing({ severity, actions }: Toast): boolean {
  return actions.length === 0 && (severity === 'info' || severity === 'success')
}

import { useEffect, useRef } from 'react'
import { Icon } from './icon.tsx'
import { dismiss, isPassing, type Toast, useToasts } from './notify.ts'
import { useT } from './use-t.ts'
import './toasts.css'

const SHOWN_MS = 6000

const icons = { info: 'info', success: 'pass', warning: 'warning', error: 'error' } as const

/** The toasts, newest lowest. Two live regions, so that screen readers hear them: errors at once, the rest politely. */
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
      // While it is pointed at or has focus it stays: whoever reads slowly is not hurried.
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

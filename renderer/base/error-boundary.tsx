import { Component, type ErrorInfo, type ReactNode } from 'react'
import { useT } from './use-t.ts'

/** Keeps a failing view from taking the others with it; whatever was saved is safe. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack)
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return <Failed onRetry={() => this.setState({ failed: false })} />
  }
}

function Failed({ onRetry }: { onRetry: () => void }) {
  const t = useT()
  return (
    <div className="view-message" role="alert">
      <p>{t('frame.view.failed')}</p>
      <button type="button" className="button" onClick={onRetry}>
        {t('frame.view.retry')}
      </button>
    </div>
  )
}

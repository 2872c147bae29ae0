import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { MAX_COMMENT_CHARS, type Words } from '../../../shared/comments/thread.ts'
import { Labelled } from '../../base/form-kit.tsx'
import { useT } from '../../base/use-t.ts'
import { useCommentDraft } from './drafts.ts'

interface Props {
  /** What it is about; what is written is kept by it. */
  draft: string
  label: string
  send: string
  /** The words that others can be suggested for. */
  quote?: string | undefined
  /** Whether all is well; what was written stays where it is not. */
  onSend: (words: Words) => Promise<boolean>
  onClose: () => void
}

/** Where a comment, an answer or a reason is written. Ctrl+Enter sends it, Escape closes it and keeps what is written. */
export function WriteForm({ draft, label, send, quote, onSend, onClose }: Props) {
  const t = useT()
  const { words, write, forget } = useCommentDraft(draft)
  const [sending, setSending] = useState(false)
  const first = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const { current } = first
    current?.focus()
    current?.setSelectionRange(current.value.length, current.value.length)
  }, [])
  const suggests = words.suggestion !== undefined
  const isEmpty = words.text.trim() === '' && !suggests
  // Nothing is written in it while it is sent: it would be forgotten with what was.
  const submit = async () => {
    if (isEmpty || sending) return
    setSending(true)
    const isSent = await onSend(words)
    setSending(false)
    if (!isSent) return
    forget()
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form
      className="comment-form"
      aria-label={label}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Labelled label={label}>
        {({ id }) => (
          <textarea
            id={id}
            ref={first}
            className="form-input form-textarea"
            rows={2}
            maxLength={MAX_COMMENT_CHARS}
            readOnly={sending}
            value={words.text}
            onChange={({ target }) => write({ ...words, text: target.value })}
          />
        )}
      </Labelled>
      {quote === undefined ? null : (
        <label className="form-choice">
          <input
            type="checkbox"
            checked={suggests}
            onChange={({ target }) =>
              write(target.checked ? { ...words, suggestion: quote } : { text: words.text })
            }
          />
          <span>{t('comments.suggest')}</span>
        </label>
      )}
      {suggests ? (
        <Labelled label={t('comments.suggestion')} hint={t('comments.suggestion.hint')}>
          {({ id, describedBy }) => (
            <textarea
              id={id}
              className="form-input form-textarea"
              rows={2}
              maxLength={MAX_COMMENT_CHARS}
              aria-describedby={describedBy}
              readOnly={sending}
              value={words.suggestion}
              onChange={({ target }) => write({ ...words, suggestion: target.value })}
            />
          )}
        </Labelled>
      ) : null}
      <div className="form-actions">
        <button type="submit" className="button button-primary" disabled={isEmpty || sending}>
          {send}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t('frame.cancel')}
        </button>
        <span className="comment-keys">{t('comments.form.keys')}</span>
      </div>
    </form>
  )
}

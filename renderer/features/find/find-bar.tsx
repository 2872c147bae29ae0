import { type KeyboardEvent, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { setCaret, takesText } from '../../base/caret.ts'
import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { useNoteServices } from '../../note-model/use-note.ts'
import { useActiveEditor, useWorkbench } from '../../workbench/context.ts'
import { useKeyLabel } from '../../workbench/keybindings.ts'
import { closeFind, useFind } from './find-store.ts'
import { excerptOf, type Hit } from './hits.ts'
import { useHits } from './use-hits.ts'
import { useShownHit } from './use-shown-hit.ts'
import './find.css'

/** The box that looks for words in the notes. Shows nothing until it is asked for. */
export function FindBar() {
  const open = useFind((state) => state.open)
  const editors = document.querySelector('[data-part="editors"]')
  return open && editors !== null ? createPortal(<Bar />, editors) : null
}

function Bar() {
  const t = useT()
  const { query, all, at, asked } = useFind()
  const hits = useHits(query, all)
  const count = hits.length
  // Counted round, in both directions.
  const number = count === 0 ? 0 : ((at % count) + count) % count
  const hit = hits[number]
  const input = useRef<HTMLInputElement>(null)
  const goTo = useGoToHit()
  useEffect(() => {
    if (asked === 0) return
    input.current?.focus()
    input.current?.select()
  }, [asked])
  useShownHit(hits, hit, { query, at })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') closeFind()
    else if (event.key === 'Enter' && event.altKey) {
      if (hit !== undefined) goTo(hit)
    } else if (event.key === 'Enter' && event.target === input.current)
      useFind.setState({ at: at + (event.shiftKey ? -1 : 1) })
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search className="find" aria-label={t('find.title')} onKeyDown={onKeyDown}>
      <div className="find-line">
        <input
          ref={input}
          className="form-input find-input"
          type="text"
          aria-label={t('find.query')}
          placeholder={t('find.query')}
          spellCheck={false}
          value={query}
          aria-describedby="find-count"
          onChange={(event) => useFind.setState({ query: event.target.value, at: 0 })}
        />
        <span className="find-count" id="find-count" role="status">
          {query === ''
            ? ''
            : count === 0
              ? t('find.none')
              : t('find.count', { at: number + 1, total: count })}
        </span>
        <Button icon="arrow-up" command="find.previous" />
        <Button icon="arrow-down" command="find.next" />
        <button
          type="button"
          className="icon-button"
          title={t('find.close')}
          aria-label={t('find.close')}
          onClick={closeFind}
        >
          <Icon name="close" />
        </button>
      </div>
      <label className="form-choice find-all">
        <input
          type="checkbox"
          checked={all}
          onChange={(event) => useFind.setState({ all: event.target.checked, at: 0 })}
        />
        <span>{t('find.all')}</span>
      </label>
      {hit === undefined ? null : <Current hit={hit} onGo={() => goTo(hit)} />}
    </search>
  )
}

function Button({ icon, command }: { icon: string; command: 'find.next' | 'find.previous' }) {
  const t = useT()
  const { runCommand } = useWorkbench()
  const key = useKeyLabel(command)
  const name = t(command === 'find.next' ? 'find.command.next' : 'find.command.previous')
  return (
    <button
      type="button"
      className="icon-button"
      title={key === undefined ? name : `${name} (${key})`}
      aria-label={name}
      onClick={() => runCommand(command)}
    >
      <Icon name={icon} />
    </button>
  )
}

/** Where the hit stands and the words around it: what a screen reader hears, and the way into the field. */
function Current({ hit, onGo }: { hit: Hit; onGo: () => void }) {
  const t = useT()
  const { all } = useFind()
  const { before, hit: words, after } = excerptOf(hit)
  return (
    <div className="find-current">
      <p className="find-where" aria-live="polite">
        {all ? `${hit.title} · ` : ''}
        {hit.label}:{' '}
        <q lang="sv">
          {before}
          <mark>{words}</mark>
          {after}
        </q>
      </p>
      <button type="button" className="button find-go" title={t('find.go.keys')} onClick={onGo}>
        {t('find.go')}
      </button>
    </div>
  )
}

/** Closes the box and puts the focus at a hit, with the words selected where they are typed. */
function useGoToHit(): (hit: Hit) => void {
  const { editors } = useWorkbench()
  const { goTo } = useNoteServices()
  const active = useActiveEditor()
  return (hit) => {
    useFind.setState({ open: false, origin: undefined })
    goTo.set({ note: hit.note, where: hit.where })
    if (active?.type !== 'note' || active.noteId !== hit.note)
      editors.open({ type: 'note', noteId: hit.note, caseId: hit.caseId })
    const select = (left: number) => {
      if (goTo.get() !== undefined && left > 0) {
        requestAnimationFrame(() => select(left - 1))
        return
      }
      const { activeElement } = document
      if (!takesText(activeElement)) return
      const drawn = hit.text.slice(0, hit.start).split('\n').length - 1
      // The text between the blocks of a formatted text has breaks which are no characters in it.
      const skipped =
        activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement ? 0 : drawn
      setCaret(activeElement, { start: hit.start - skipped, end: hit.end - skipped })
    }
    select(40)
  }
}

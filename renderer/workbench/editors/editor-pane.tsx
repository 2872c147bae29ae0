import type { IDockviewPanelProps } from 'dockview-react'
import { useEffect, useRef } from 'react'
import { useT } from '../../base/use-t.ts'
import { useRegistry } from '../context.ts'
import type { EditorContribution } from '../contribution.ts'
import type { EditorInput } from '../editor-input.ts'
import { ErrorBoundary } from '../frame/error-boundary.tsx'
import { inputIn } from './editor-service.ts'

/** One editor in its tab. It scrolls here, and stands where it stood when its tab is shown again. */
export function EditorPane({ params, api }: IDockviewPanelProps) {
  const registry = useRegistry()
  const input = inputIn(params, registry.readInput)
  const pane = useRef<HTMLElement>(null)
  const top = useRef(0)

  useEffect(() => {
    const shown = api.onDidVisibilityChange(({ isVisible }) => {
      if (isVisible) requestAnimationFrame(() => pane.current?.scrollTo({ top: top.current }))
    })
    return () => shown.dispose()
  }, [api])

  const contribution = input === undefined ? undefined : registry.editors.get(input.type)
  if (input === undefined || contribution === undefined) return null
  return (
    <TitledPane
      contribution={contribution}
      input={input}
      paneRef={pane}
      onScroll={(at) => (top.current = at)}
    />
  )
}

function TitledPane(props: {
  contribution: EditorContribution
  input: EditorInput
  paneRef: React.RefObject<HTMLElement | null>
  onScroll: (top: number) => void
}) {
  const t = useT()
  const { Editor } = props.contribution
  const { title, description } = props.contribution.useTitle(props.input)
  return (
    <article
      className="editor-pane"
      ref={props.paneRef}
      // Focused when the tab is opened, so that the keyboard and screen readers start at its top.
      tabIndex={-1}
      aria-label={description === undefined ? title : t('frame.editor.name', { title, description })}
      onScroll={(event) => {
        if (event.target === event.currentTarget) props.onScroll(event.currentTarget.scrollTop)
      }}
    >
      <ErrorBoundary>
        <Editor input={props.input} />
      </ErrorBoundary>
    </article>
  )
}

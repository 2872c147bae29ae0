import type { IDockviewPanelHeaderProps, IDockviewPanelProps } from 'dockview-react'
import { useEffect, useRef } from 'react'
import { ErrorBoundary } from '../../base/error-boundary.tsx'
import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { useRegistry } from '../context.ts'
import type { EditorContribution, EditorDecoration } from '../contribution.ts'
import { type EditorInput, editorId } from '../editor-input.ts'
import { inputIn, keepFocusIn } from './editor-service.ts'
import { useActiveTabInSight } from './tab-in-sight.ts'
import { useToldApart } from './tell-apart.ts'

/** One editor in its tab. It scrolls here and keeps its scroll position while another tab hides it. */
export function EditorPane({ params, api }: IDockviewPanelProps) {
  const registry = useRegistry()
  const input = inputIn(params, registry.readInput)
  const pane = useRef<HTMLElement>(null)
  const top = useRef(0)

  useEffect(() => {
    let wasHidden = false
    const shown = api.onDidVisibilityChange(({ isVisible }) => {
      // One that is shown for the first time goes where what is in it wants to be.
      if (isVisible && wasHidden) requestAnimationFrame(() => pane.current?.scrollTo({ top: top.current }))
      wasHidden = !isVisible
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
      // Focused when the tab opens, so that keyboard and screen reader users start at the top.
      tabIndex={-1}
      aria-label={description === undefined ? title : t('frame.editor.name', { title, description })}
      onFocus={({ currentTarget, target }) => keepFocusIn(currentTarget, target)}
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

/** The content of a tab: icon in the owner's colour, title, problems, unsaved dot, close. */
export function EditorTab(props: IDockviewPanelHeaderProps) {
  const registry = useRegistry()
  const input = inputIn(props.params, registry.readInput)
  const contribution = input === undefined ? undefined : registry.editors.get(input.type)
  if (input === undefined || contribution === undefined) return null
  return <TabContent {...props} input={input} contribution={contribution} />
}

function TabContent({
  api,
  input,
  contribution,
}: IDockviewPanelHeaderProps & { input: EditorInput; contribution: EditorContribution }) {
  const t = useT()
  const { title: own, icon, description, tone, decoration, apart } = contribution.useTitle(input)
  const id = editorId(input)
  const title = useToldApart(id, own, apart)
  // Dockview uses this as the tab's accessible name and in announcements, so it spells out what the tab shows. Never stored.
  const spoken = [title, ...useDecorationWords(decoration)].join(', ')
  useEffect(() => api.setTitle(spoken), [api, spoken])
  const tab = useRef<HTMLDivElement>(null)
  useActiveTabInSight(tab)
  const close = t('frame.tab.close')
  return (
    <div
      ref={tab}
      className="editor-tab"
      data-editor={id}
      data-tone={tone}
      data-dirty={decoration?.dirty === true || undefined}
      title={description === undefined ? title : t('frame.editor.name', { title, description })}
      onAuxClick={(event) => {
        if (event.button === 1) api.close()
      }}
    >
      <Icon name={icon} className="editor-tab-icon" />
      <span className="editor-tab-title">{title}</span>
      {decoration === undefined ? null : <TabCount {...decoration} />}
      {/* A tab may hold no second control: keys close it (see the command), the pointer clicks here. */}
      <span
        className="editor-tab-close"
        title={close}
        aria-hidden="true"
        onPointerDown={(event) => event.stopPropagation()}
        onClick={(event) => {
          event.stopPropagation()
          api.close()
        }}
      >
        <Icon name="circle-filled" />
        <Icon name="close" />
      </span>
    </div>
  )
}

function useDecorationWords(decoration: EditorDecoration | undefined): string[] {
  const t = useT()
  if (decoration === undefined) return []
  const { dirty, errors, warnings } = decoration
  return [
    ...(errors === 0 ? [] : [t('frame.tab.errors', { count: errors })]),
    ...(warnings === 0 ? [] : [t('frame.tab.warnings', { count: warnings })]),
    ...(dirty ? [t('frame.tab.dirty')] : []),
  ]
}

// CSS draws the number: the tab's accessible name has it in words, and must contain whatever text the tab shows.
function TabCount({ errors, warnings }: EditorDecoration) {
  if (errors + warnings === 0) return null
  return (
    <span
      className="count count-drawn"
      data-severity={errors > 0 ? 'error' : 'warning'}
      data-count={errors > 0 ? errors : warnings}
      aria-hidden="true"
    />
  )
}

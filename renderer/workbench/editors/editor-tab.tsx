import type { IDockviewPanelHeaderProps } from 'dockview-react'
import { useEffect } from 'react'
import { useT } from '../../text/use-t.ts'
import { useRegistry } from '../context.ts'
import type { EditorContribution, NoteDecoration } from '../contribution.ts'
import type { EditorInput } from '../editor-input.ts'
import { Icon } from '../icon.tsx'
import { readInput } from './editor-service.ts'

/** What stands on a tab: icon in the owner's colour, title, problems, unsaved dot, close. */
export function EditorTab(props: IDockviewPanelHeaderProps) {
  const input = readInput(props.params)
  const contribution = useRegistry().editors.get(input?.type ?? 'welcome')
  if (input === undefined || contribution === undefined) return null
  return <TabContent {...props} input={input} contribution={contribution} />
}

function TabContent({
  api,
  input,
  contribution,
}: IDockviewPanelHeaderProps & { input: EditorInput; contribution: EditorContribution }) {
  const t = useT()
  const { title, icon, description, tone, decoration } = contribution.useTitle(input)
  // Dockview speaks of the tab by this title (announcements); it is never stored.
  useEffect(() => api.setTitle(title), [api, title])
  const close = t('frame.tab.close')
  return (
    <div
      className="editor-tab"
      data-tone={tone}
      data-dirty={decoration?.dirty === true || undefined}
      title={description === undefined ? title : t('frame.editor.name', { title, description })}
      onAuxClick={(event) => {
        if (event.button === 1) api.close()
      }}
    >
      <Icon name={icon} className="editor-tab-icon" />
      <span className="editor-tab-title">{title}</span>
      {decoration === undefined ? null : <TabDecoration {...decoration} />}
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
        <Icon name={decoration?.dirty === true ? 'circle-filled' : 'close'} />
      </span>
    </div>
  )
}

function TabDecoration({ dirty, errors, warnings }: NoteDecoration) {
  const t = useT()
  return (
    <>
      {errors + warnings === 0 ? null : (
        <span className="count" data-severity={errors > 0 ? 'error' : 'warning'}>
          <span aria-hidden="true">{errors > 0 ? errors : warnings}</span>
          <span className="visually-hidden">{t('frame.tab.problems', { errors, warnings })}</span>
        </span>
      )}
      {dirty ? <span className="visually-hidden">{t('frame.tab.dirty')}</span> : null}
    </>
  )
}

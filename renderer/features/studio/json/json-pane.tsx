import { useEffect, useRef } from 'react'
import { toJson } from '../../../../shared/fields/json.ts'
import { readJson } from '../../../../shared/file/json-text.ts'
import type { StudioProblem } from '../../../../shared/studio/problem.ts'
import type { Working } from '../../../../shared/studio/working.ts'
import { MAX_TEMPLATE_CHARS } from '../../../../shared/template/load.ts'
import { shareStructure } from '../../../api/share-structure.ts'
import { useT } from '../../../base/use-t.ts'
import { useStudio } from '../studio-context.ts'
import { createJsonEditor, type JsonEditor } from './json-editor.ts'

/** The template as text: JSON of the working copy, or what somebody has written that is none yet. */
const textOf = (content: Working) =>
  typeof content === 'string' ? content : JSON.stringify(content, null, 2)

interface JsonPaneProps {
  readonly content: Working
  readonly problems: readonly StudioProblem[]
}

/** The template as JSON, written both ways: what is typed here shows in the form at once, and the other way round. */
export default function JsonPane({ content, problems }: JsonPaneProps) {
  const t = useT()
  const { session, held } = useStudio()
  const isLocked = held === 'review'
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<JsonEditor>(undefined)
  const label = t('studio.json')

  useEffect(() => {
    const element = host.current
    if (element === null) return undefined
    const made = createJsonEditor(element, {
      label,
      isLocked,
      text: textOf(session.state().content.now),
      onText: (text) => {
        const read = readJson(text, MAX_TEMPLATE_CHARS)
        const { shown } = session.state()
        // What is as it was keeps its objects, so that only what was written is read and drawn anew.
        const working = read.ok ? toJson(shareStructure(shown, toJson(read.value))) : text
        session.edit(working, undefined, 'json')
      },
      working: () => session.state().shown,
    })
    editor.current = made
    return () => made.destroy()
  }, [session, label, isLocked])

  useEffect(() => editor.current?.show(content), [content])
  useEffect(
    () =>
      editor.current?.mark(
        problems.map(({ path, severity, key, params }) => ({ path, severity, text: t(key, params) })),
      ),
    [problems, t],
  )
  return <div ref={host} className="studio-json" data-own-undo />
}

import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer'
import { dequal } from 'dequal/lite'
import { useEffect, useMemo, useRef, useState } from 'react'
import { toJson } from '../../../shared/fields/json.ts'
import { isWordless, type RichText } from '../../../shared/fields/rich-blocks.ts'
import { speller } from '../../api/host.ts'
import { ariaOf, type ControlProps } from '../../base/controls.tsx'
import { checksSpelling } from '../../base/spelling.ts'
import { useFieldPassages } from '../../note-model/comments.tsx'
import type { FieldControl } from '../define.ts'
import { useFieldContext } from '../field-context.ts'
import { type TooLarge, TooLargeMessage } from '../text-input.tsx'
import { richTextExtension } from './extension.ts'
import { $toRichText } from './lexical-form.ts'
import { createMarks } from './marks.ts'
import './rich-text.css'
import { RichTextToolbar } from './toolbar.tsx'

/** Takes what is written to the answer, and what comes from elsewhere (a fix, another window) to the editor. */
function Sync({
  field,
  value,
  onChange,
}: { field: string } & Pick<ControlProps<RichText>, 'value' | 'onChange'>) {
  const [editor] = useLexicalComposerContext()
  const [marks] = useState(createMarks)
  const passages = useFieldPassages(field)
  useEffect(() => marks.show(editor, passages), [editor, marks, passages])
  const known = useRef(value)
  const change = useRef(onChange)
  useEffect(() => {
    change.current = onChange
  }, [onChange])

  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
        if (tags.has('from-answer') || (dirtyElements.size === 0 && dirtyLeaves.size === 0)) return
        const written = editorState.read($toRichText)
        const next = isWordless(written) ? undefined : written
        if (next === undefined ? known.current === undefined : sameRichText(next, known.current)) return
        known.current = next
        change.current(next)
      }),
    [editor],
  )

  useEffect(() => {
    if (sameRichText(value, known.current)) return
    known.current = value
    editor.update(() => marks.$replace(value), { tag: 'from-answer' })
  }, [editor, marks, value])
  return null
}

function sameRichText(left: RichText | undefined, right: RichText | undefined): boolean {
  if (left === right) return true
  return left !== undefined && right !== undefined && dequal(toJson(left), toJson(right))
}

function RichTextEditor({ field, ...props }: ControlProps<RichText> & { field: string }) {
  const { id, labelId, value, onChange, ...ties } = props
  const [refused, setRefused] = useState<TooLarge>()
  const initial = useRef(value)
  const { turn } = useFieldContext()
  const latest = useRef(turn)
  useEffect(() => {
    latest.current = turn
  }, [turn])
  const extension = useMemo(
    () => richTextExtension(initial.current, { onRefused: setRefused, turn: (way) => latest.current(way) }),
    [],
  )
  return (
    <div className="rich-text">
      <LexicalExtensionComposer extension={extension} contentEditable={null}>
        <RichTextToolbar controls={id} labelId={labelId} />
        <ContentEditable
          id={id}
          className="form-input rich-text-content"
          ariaLabelledBy={labelId}
          ariaMultiline
          spellCheck={checksSpelling(speller)}
          ariaDescribedBy={ties.describedBy}
          ariaInvalid={ariaOf(ties)['aria-invalid']}
        />
        <Sync field={field} value={value} onChange={onChange} />
      </LexicalExtensionComposer>
      <TooLargeMessage refused={refused} />
    </div>
  )
}

/** Formatted text: bold, italic, headings and lists, with a tool bar that shows while the field has the focus. */
export const richText: FieldControl<'rich-text'> = {
  control: ({ field, ...props }) => <RichTextEditor {...props} field={field.id} />,
}

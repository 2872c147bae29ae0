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
import type { FieldControl } from '../define.ts'
import { useFieldContext } from '../field-context.ts'
import { type TooLarge, TooLargeMessage } from '../text-input.tsx'
import { richTextExtension } from './extension.ts'
import { $setRichText, $toRichText } from './lexical-form.ts'
import './rich-text.css'
import { RichTextToolbar } from './toolbar.tsx'

/** Takes what is written to the answer, and what comes from elsewhere (a fix, another window) to the editor. */
function Sync({ value, onChange }: Pick<ControlProps<RichText>, 'value' | 'onChange'>) {
  const [editor] = useLexicalComposerContext()
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
    editor.update(() => $setRichText(value), { tag: 'from-answer' })
  }, [editor, value])
  return null
}

function sameRichText(left: RichText | undefined, right: RichText | undefined): boolean {
  if (left === right) return true
  return left !== undefined && right !== undefined && dequal(toJson(left), toJson(right))
}

function RichTextEditor({ id, labelId, value, onChange, ...ties }: ControlProps<RichText>) {
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
        <Sync value={value} onChange={onChange} />
      </LexicalExtensionComposer>
      <TooLargeMessage refused={refused} />
    </div>
  )
}

/** Formatted text: bold, italic, headings and lists, with a tool bar that shows while the field has the focus. */
export const richText: FieldControl<'rich-text'> = {
  control: (props) => <RichTextEditor {...props} />,
}

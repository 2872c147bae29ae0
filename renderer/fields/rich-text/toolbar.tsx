import { Toolbar } from '@base-ui/react/toolbar'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { FORMAT_TEXT_COMMAND, REDO_COMMAND, UNDO_COMMAND } from 'lexical'
import { useDeferredValue, useEffect, useState } from 'react'
import type { TextKey } from '../../../shared/text/index.ts'
import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { $selectionFormat, type Block, plainFormat, setBlock } from './blocks.ts'

const blocks: readonly { block: Block; icon: string; title: TextKey; text?: TextKey }[] = [
  { block: 'h1', icon: '', text: 'fields.richText.h1.short', title: 'fields.richText.h1' },
  { block: 'h2', icon: '', text: 'fields.richText.h2.short', title: 'fields.richText.h2' },
  { block: 'h3', icon: '', text: 'fields.richText.h3.short', title: 'fields.richText.h3' },
  { block: 'bullet', icon: 'list-unordered', title: 'fields.richText.bullet' },
  { block: 'number', icon: 'list-ordered', title: 'fields.richText.number' },
]

interface ButtonProps {
  title: TextKey
  icon: string
  text?: TextKey | undefined
  pressed?: boolean
  run: () => void
}

/** A button keeps the caret where it is: pressing it with the mouse does not move the focus. */
function ToolButton({ title, icon, text, pressed, run }: ButtonProps) {
  const t = useT()
  return (
    <Toolbar.Button
      className="icon-button rich-text-button"
      title={t(title)}
      aria-label={text === undefined ? t(title) : `${t(text)}: ${t(title)}`}
      aria-pressed={pressed}
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      {text === undefined ? <Icon name={icon} /> : <span aria-hidden="true">{t(text)}</span>}
    </Toolbar.Button>
  )
}

interface Props {
  controls: string
  labelId: string
}

/** What stands in the tool bar, in order. */
const BUTTONS = ['bold', 'italic', ...blocks.map(({ block }) => block), 'undo', 'redo']

/**
 * The tool bar of a formatted text. Each measures itself as it comes in, which makes the browser style the whole page
 * again: in a note of many they come in together, right after the note is there, into the room that is kept for them.
 */
export function RichTextToolbar(props: Props) {
  const ready = useDeferredValue(true, false)
  if (ready) return <Tools {...props} />
  return (
    <div className="rich-text-toolbar" aria-hidden="true">
      {BUTTONS.map((button) => (
        <span key={button} className="icon-button rich-text-button" />
      ))}
    </div>
  )
}

/** One stop for Tab, arrows within it. */
function Tools({ controls, labelId }: Props) {
  const [editor] = useLexicalComposerContext()
  const [format, setFormat] = useState(plainFormat)
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($selectionFormat)
        setFormat((before) =>
          before.bold === next.bold && before.italic === next.italic && before.block === next.block
            ? before
            : next,
        )
      }),
    [editor],
  )
  return (
    <Toolbar.Root className="rich-text-toolbar" aria-labelledby={labelId} aria-controls={controls}>
      <ToolButton
        title="fields.richText.bold"
        icon="bold"
        pressed={format.bold}
        run={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold')}
      />
      <ToolButton
        title="fields.richText.italic"
        icon="italic"
        pressed={format.italic}
        run={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'italic')}
      />
      {blocks.map(({ block, icon, text, title }) => (
        <ToolButton
          key={block}
          title={title}
          icon={icon}
          text={text}
          pressed={format.block === block}
          run={() => setBlock(editor, block)}
        />
      ))}
      <ToolButton
        title="fields.richText.undo"
        icon="discard"
        run={() => editor.dispatchCommand(UNDO_COMMAND, undefined)}
      />
      <ToolButton
        title="fields.richText.redo"
        icon="redo"
        run={() => editor.dispatchCommand(REDO_COMMAND, undefined)}
      />
    </Toolbar.Root>
  )
}

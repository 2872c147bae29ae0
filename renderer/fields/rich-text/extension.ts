import { defineExtension } from '@lexical/extension'
import { ListExtension } from '@lexical/list'
import { MarkExtension } from '@lexical/mark'
import { RichTextExtension } from '@lexical/rich-text'
import {
  type AnyLexicalExtension,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  DROP_COMMAND,
  FORMAT_TEXT_COMMAND,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  mergeRegister,
  PASTE_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical'
import type { RichText } from '../../../shared/fields/rich-blocks.ts'
import type { TooLarge } from '../text-input.tsx'
import { type Block, indent, setBlock } from './blocks.ts'
import { $setRichText } from './lexical-form.ts'
import { $pasteTransfer } from './paste.ts'

const workbenchKeys = new Set(['enter', 'z', 'y'])

const blockKeys: Partial<Record<string, Block>> = {
  Digit0: 'paragraph',
  Digit1: 'h1',
  Digit2: 'h2',
  Digit3: 'h3',
  Digit7: 'number',
  Digit8: 'bullet',
}

/**
 * Blocks are Ctrl+Shift and a digit by its place on the keyboard, since AltGr is Ctrl+Alt; levels of a list are
 * Alt+Shift and an arrow, as in Word, so that Tab still leaves the field.
 */
function handleKey(editor: LexicalEditor, event: KeyboardEvent): boolean {
  // Ctrl+Enter is a command of the workbench's, not a new paragraph; undoing is the whole note's.
  if ((event.ctrlKey || event.metaKey) && !event.altKey && workbenchKeys.has(event.key.toLowerCase()))
    return true
  if (event.ctrlKey && event.shiftKey && !event.altKey) {
    const block = blockKeys[event.code]
    if (block) setBlock(editor, block)
    return block !== undefined
  }
  if (event.altKey && event.shiftKey && !event.ctrlKey) {
    if (event.key === 'ArrowRight') return indent(editor, 1)
    if (event.key === 'ArrowLeft') return indent(editor, -1)
  }
  return false
}

/** What a rich text field asks of what is around it. */
interface Around {
  /** Told of a paste that is too large, which changes nothing. */
  readonly onRefused: (refusal: TooLarge) => void
  /** Undoing and redoing are the note's: a history of its own would not know of the other fields. */
  readonly turn: (way: 'undo' | 'redo') => void
}

/** The extension of one rich text field: our nodes, the keys, and a paste that keeps nothing but our nodes. */
export function richTextExtension(
  initial: RichText | undefined,
  { onRefused, turn }: Around,
): AnyLexicalExtension {
  const turns = (way: 'undo' | 'redo') => () => {
    turn(way)
    return true
  }
  return defineExtension({
    name: 'klarlagt/rich-text',
    namespace: 'klarlagt-rich-text',
    theme: {
      text: { bold: 'rich-text-bold', italic: 'rich-text-italic' },
      mark: 'rich-text-mark',
      list: { nested: { listitem: 'rich-text-nested' } },
    },
    dependencies: [RichTextExtension, ListExtension, MarkExtension],
    $initialEditorState: () => $setRichText(initial),
    onError: (error: Error) => {
      throw error
    },
    register: (editor) =>
      mergeRegister(
        // Formats that our texts don't have are not begun.
        editor.registerCommand(
          FORMAT_TEXT_COMMAND,
          (format) => format !== 'bold' && format !== 'italic',
          COMMAND_PRIORITY_CRITICAL,
        ),
        editor.registerCommand(
          PASTE_COMMAND,
          (event) => {
            if (!('clipboardData' in event) || event.clipboardData === null) return false
            event.preventDefault()
            const refusal = $pasteTransfer(event.clipboardData)
            if (refusal) onRefused(refusal)
            return true
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(UNDO_COMMAND, turns('undo'), COMMAND_PRIORITY_HIGH),
        editor.registerCommand(REDO_COMMAND, turns('redo'), COMMAND_PRIORITY_HIGH),
        // Paste is the one way in for text from elsewhere, so that nothing comes in uncleaned.
        editor.registerCommand(
          DROP_COMMAND,
          (event) => {
            event.preventDefault()
            return true
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          KEY_DOWN_COMMAND,
          (event) => {
            const handled = handleKey(editor, event)
            if (handled && !workbenchKeys.has(event.key.toLowerCase())) event.preventDefault()
            return handled
          },
          COMMAND_PRIORITY_HIGH,
        ),
      ),
  })
}

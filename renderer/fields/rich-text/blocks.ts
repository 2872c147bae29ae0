import { $getListDepth, $insertList, $isListItemNode, $isListNode, $removeList } from '@lexical/list'
import { $createHeadingNode, $isHeadingNode } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import { $findMatchingParent } from '@lexical/utils'
import {
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  INDENT_CONTENT_COMMAND,
  type LexicalEditor,
  OUTDENT_CONTENT_COMMAND,
  type RangeSelection,
} from 'lexical'

export type Block = 'paragraph' | 'h1' | 'h2' | 'h3' | 'bullet' | 'number'

/** What the caret stands in, for the toolbar. */
export interface SelectionFormat {
  bold: boolean
  italic: boolean
  block: Block
}

export const plainFormat: SelectionFormat = { bold: false, italic: false, block: 'paragraph' }

/** How deep lists may be nested. Own choice: a journal entry is read on paper. */
const MAX_LIST_DEPTH = 4

function $blockOf(selection: RangeSelection): Block {
  const anchor = selection.anchor.getNode()
  const list = $findMatchingParent(anchor, $isListNode)
  if ($isListNode(list)) return list.getListType() === 'number' ? 'number' : 'bullet'
  const heading = $findMatchingParent(anchor, $isHeadingNode)
  if (!$isHeadingNode(heading)) return 'paragraph'
  const tag = heading.getTag()
  return tag === 'h1' || tag === 'h2' ? tag : 'h3'
}

/** The formats at the caret. Call within a read of the editor. */
export function $selectionFormat(): SelectionFormat {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return plainFormat
  return {
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    block: $blockOf(selection),
  }
}

/** Makes the selected blocks this; a list or heading that they are already becomes paragraphs again. */
export function setBlock(editor: LexicalEditor, wanted: Block): void {
  editor.update(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return
    const current = $blockOf(selection)
    const block = current === wanted ? 'paragraph' : wanted
    const isList = current === 'bullet' || current === 'number'
    if (block === 'bullet' || block === 'number') {
      $insertList(block)
      return
    }
    if (isList) $removeList()
    $setBlocksType($getSelection(), () =>
      block === 'paragraph' ? $createParagraphNode() : $createHeadingNode(block),
    )
  })
}

/** One level in (1) or out (-1) in a list. False where the caret is in no list. */
export function indent(editor: LexicalEditor, by: 1 | -1): boolean {
  const depth = editor.getEditorState().read(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return 0
    const item = $findMatchingParent(selection.anchor.getNode(), $isListItemNode)
    const list = item?.getParent()
    return $isListNode(list) ? $getListDepth(list) : 0
  })
  if (depth === 0) return false
  if (by === 1 && depth < MAX_LIST_DEPTH) editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined)
  if (by === -1) editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined)
  return true
}

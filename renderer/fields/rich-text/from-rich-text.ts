import { $createListItemNode, $createListNode, type ListNode } from '@lexical/list'
import { $createHeadingNode } from '@lexical/rich-text'
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  type ElementNode,
  type LexicalNode,
} from 'lexical'
import type { RichBlock, RichList, RichText, Run } from '../../../shared/fields/rich-blocks.ts'

const tags = { 1: 'h1', 2: 'h2', 3: 'h3' } as const

function $runNodes(each: Run): LexicalNode[] {
  return each.text.split('\n').flatMap((line, index) => {
    const node = $createTextNode(line)
    if (each.bold) node.toggleFormat('bold')
    if (each.italic) node.toggleFormat('italic')
    const text = line === '' ? [] : [node]
    return index === 0 ? text : [$createLineBreakNode(), ...text]
  })
}

function $listNode(list: RichList): ListNode {
  const node = $createListNode(list.ordered ? 'number' : 'bullet')
  for (const item of list.items) {
    if (item.runs.length > 0 || item.items === undefined) {
      node.append($createListItemNode().append(...item.runs.flatMap($runNodes)))
    }
    if (item.items) node.append($createListItemNode().append($listNode(item.items)))
  }
  return node
}

function $blockNode(block: RichBlock): ElementNode {
  switch (block.type) {
    case 'list':
      return $listNode(block)
    case 'heading':
      return $createHeadingNode(tags[block.level]).append(...block.runs.flatMap($runNodes))
    case 'paragraph':
      return $createParagraphNode().append(...block.runs.flatMap($runNodes))
  }
}

/** New nodes for a formatted text. Call within an update of the editor. */
export function $fromRichText(richText: RichText): ElementNode[] {
  return richText.blocks.map($blockNode)
}

/** Puts a formatted text in the editor in place of what stands there. */
export function $setRichText(richText: RichText | undefined): void {
  const nodes = $fromRichText(richText ?? { blocks: [] })
  $getRoot()
    .clear()
    .append(...(nodes.length > 0 ? nodes : [$createParagraphNode()]))
}

import {
  $createListItemNode,
  $createListNode,
  $isListItemNode,
  $isListNode,
  ListItemNode,
  ListNode,
} from '@lexical/list'
import { $createHeadingNode, $isHeadingNode, HeadingNode, type HeadingTagType } from '@lexical/rich-text'
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical'
import type { ListItem, RichBlock, RichList, RichText, Run } from '../../../shared/fields/rich-blocks.ts'
import { joinRuns, run } from '../../../shared/fields/rich-blocks.ts'

/** The only nodes a formatted text is made of, beside paragraphs, texts and line breaks. */
export const richTextNodes = [HeadingNode, ListNode, ListItemNode]

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

const levels: Record<HeadingTagType, 1 | 2 | 3> = { h1: 1, h2: 2, h3: 3, h4: 3, h5: 3, h6: 3 }

function leafRuns(node: LexicalNode): Run[] {
  if ($isTextNode(node)) return [run(node.getTextContent(), node.hasFormat('bold'), node.hasFormat('italic'))]
  if ($isLineBreakNode(node)) return [{ text: '\n' }]
  if ($isElementNode(node)) return node.getChildren().flatMap(leafRuns)
  return []
}

/** A line break takes the format of what stands before it, so that it does not cut a bold run in two. */
function withBreaks(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  for (const each of runs) {
    const before = result.at(-1)
    result.push(each.text === '\n' && before ? { ...before, text: '\n' } : each)
  }
  return result
}

function $runs(node: ElementNode): Run[] {
  return joinRuns(withBreaks(node.getChildren().flatMap(leafRuns)))
}

/** Lexical keeps a nested list in an item of its own after the item it belongs to; ours stands in that item. */
function $items(list: ListNode): ListItem[] {
  const items: ListItem[] = []
  for (const child of list.getChildren()) {
    if (!$isListItemNode(child)) continue
    for (const item of $itemParts(child)) {
      const last = items.at(-1)
      if (item.items && item.runs.length === 0 && last) {
        items[items.length - 1] = { ...last, items: joinLists(last.items, item.items) }
      } else {
        items.push(item)
      }
    }
  }
  return items
}

function $itemParts(item: ListItemNode): ListItem[] {
  const nested = item.getChildren().find($isListNode)
  const own = item.getChildren().filter((child) => !$isListNode(child))
  const runs = joinRuns(withBreaks(own.flatMap(leafRuns)))
  return nested ? [{ runs, items: $list(nested) }] : [{ runs }]
}

function joinLists(first: RichList | undefined, second: RichList): RichList {
  return first ? { ...first, items: [...first.items, ...second.items] } : second
}

function $list(list: ListNode): RichList {
  return { type: 'list', ordered: list.getListType() === 'number', items: $items(list) }
}

function $blocks(node: LexicalNode): RichBlock[] {
  if ($isListNode(node)) return [$list(node)]
  if ($isHeadingNode(node)) return [{ type: 'heading', level: levels[node.getTag()], runs: $runs(node) }]
  if ($isElementNode(node)) return [{ type: 'paragraph', runs: $runs(node) }]
  return []
}

/** What stands in the editor, in our own form. Call within a read or an update of the editor. */
export function $toRichText(): RichText {
  return { blocks: $getRoot().getChildren().flatMap($blocks) }
}

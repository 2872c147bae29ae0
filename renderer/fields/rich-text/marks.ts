import { $createMarkNode, $isMarkNode, $unwrapMarkNode, type MarkNode } from '@lexical/mark'
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  type ElementNode,
  type LexicalEditor,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type TextNode,
} from 'lexical'
import { followText, locate } from '../../../shared/comments/follow.ts'
import { MAX_QUOTE_CHARS, type Passage } from '../../../shared/comments/thread.ts'
import { plainText, type RichText } from '../../../shared/fields/rich-blocks.ts'
import { type Caret, drawnCaret, writtenCaret } from '../../base/caret.ts'
import { $setRichText, $toRichText } from './lexical-form.ts'

const $text = () => plainText($toRichText())

function marksIn(node: ElementNode): MarkNode[] {
  return node.getChildren().flatMap((child) => {
    const inner = $isElementNode(child) ? marksIn(child) : []
    return $isMarkNode(child) ? [child, ...inner] : inner
  })
}

/** What is marked for each thread, from its first mark to its last. */
function $marked(text: string): Map<string, Caret> {
  const drawn = new Map<string, Caret>()
  let at = 0
  for (const node of $getRoot().getAllTextNodes()) {
    const end = at + node.getTextContentSize()
    for (const parent of node.getParents().filter($isMarkNode))
      for (const id of parent.getIDs()) drawn.set(id, { start: drawn.get(id)?.start ?? at, end })
    at = end
  }
  return new Map([...drawn].map(([id, caret]) => [id, writtenCaret(text, caret)]))
}

/** The text nodes between two places in what is drawn, cut where these fall inside one. */
function $cutOut({ start, end }: Caret): TextNode[] {
  let at = 0
  return $getRoot()
    .getAllTextNodes()
    .flatMap((node) => {
      const from = at
      at += node.getTextContentSize()
      const [first, last] = [Math.max(start, from) - from, Math.min(end, at) - from]
      if (first >= last) return []
      const parts = node.splitText(...[first, last].filter((cut) => cut > 0 && cut < at - from))
      return parts.slice(first > 0 ? 1 : 0, first > 0 ? 2 : 1)
    })
}

function $mark(id: string, text: string, passage: Caret): void {
  let mark: MarkNode | undefined
  for (const node of $cutOut(drawnCaret(text, passage))) {
    if (mark === undefined || node.getPreviousSibling() !== mark) {
      mark = $createMarkNode([id])
      node.insertBefore(mark)
    }
    mark.append(node)
  }
}

/** The marks of commented passages in the editor of one field. They are never part of what it says. */
export interface Marks {
  /** Marks the passages of the open threads; what is marked already stays where its text has gone since. */
  readonly show: (editor: LexicalEditor, threads: ReadonlyMap<string, Passage>) => void
  /** Puts another text in the editor, and the marks where their words are in it. Call within an update. */
  readonly $replace: (richText: RichText | undefined) => void
}

const quoteOf = (passage: Passage | undefined) => (passage === undefined ? {} : { quote: passage.quote })

/** No marks yet. */
export function createMarks(): Marks {
  const known = new Map<string, Passage>()
  const isUnmarked = (id: string) => !known.has(id) || known.get(id)?.gone === true

  function $update(resolved: readonly string[], begun: readonly (readonly [string, Passage])[]): void {
    for (const mark of marksIn($getRoot()))
      if (mark.getIDs().some((id) => resolved.includes(id))) $unwrapMarkNode(mark)
    const text = $text()
    for (const [id, passage] of begun) {
      const found = locate(passage, text)
      if (found.gone !== true) $mark(id, text, found)
    }
    // Nodes were cut and moved under the caret: it stays in its text.
    const selection = $getSelection()
    if ($isRangeSelection(selection)) $setSelection(selection.clone())
  }

  return {
    show: (editor, threads) => {
      const resolved = [...known.keys()].filter((id) => !threads.has(id))
      const begun = [...threads].filter(([id, { gone }]) => gone !== true && isUnmarked(id))
      for (const id of resolved) known.delete(id)
      // Of what is gone, the window knows best what it said last: the store may not have seen it.
      for (const [id, passage] of threads)
        known.set(id, passage.gone === true ? { ...passage, ...quoteOf(known.get(id)) } : passage)
      if (resolved.length + begun.length === 0) return
      const isAway = editor.getRootElement()?.contains(document.activeElement) !== true
      const tag = [SKIP_SCROLL_INTO_VIEW_TAG, ...(isAway ? [SKIP_DOM_SELECTION_TAG] : [])]
      editor.update(() => $update(resolved, begun), { tag })
    },

    $replace: (richText) => {
      const before = $text()
      const marked = $marked(before)
      $setRichText(richText)
      if (known.size === 0) return
      const after = $text()
      for (const [id, passage] of known) {
        const caret = marked.get(id)
        const was: Passage =
          caret === undefined || caret.start === caret.end
            ? { ...passage, gone: true }
            : { ...passage, ...caret, quote: before.slice(caret.start, caret.end) }
        const next = followText(was, before, after, MAX_QUOTE_CHARS)
        known.set(id, next)
        if (next.gone !== true) $mark(id, after, next)
      }
    },
  }
}

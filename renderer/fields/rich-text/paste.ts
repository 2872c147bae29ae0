import { $insertGeneratedNodes } from '@lexical/clipboard'
import { $getEditor, $getRoot, $getSelection, $isRangeSelection } from 'lexical'
import { MAX_FIELD_CHARS } from '../../../shared/case/limits.ts'
import type { RichText } from '../../../shared/fields/rich-blocks.ts'
import { cleanText } from '../../../shared/note/answers.ts'
import type { TooLarge } from '../text-input.tsx'
import { $fromRichText } from './lexical-form.ts'
import { htmlToRichText, plainToRichText } from './paste-html.ts'

/** A page larger than this is not read at all: its markup alone would stop the window. */
const MAX_PAGE_CHARS = 20_000_000

/** Reads what is pasted as our own form: the formatted text where there is one, else the plain. */
function read(data: DataTransfer): RichText {
  const html = data.getData('text/html')
  const page =
    html === '' || html.length > MAX_PAGE_CHARS
      ? undefined
      : htmlToRichText(new DOMParser().parseFromString(html, 'text/html'))
  return page ?? plainToRichText(cleanText(data.getData('text/plain')))
}

/**
 * Puts what is pasted in the place of the selection. A single paragraph joins the text it is pasted in. Gives a
 * refusal instead, and changes nothing, where the field would become larger than it may be.
 */
export function $pasteTransfer(data: DataTransfer): TooLarge | undefined {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return undefined
  const pasted = data.getData('text/plain').length
  const characters = $getRoot().getTextContentSize() - selection.getTextContent().length + pasted
  if (characters > MAX_FIELD_CHARS) return { characters: pasted, limit: MAX_FIELD_CHARS }
  const richText = read(data)
  const [only] = richText.blocks
  if (richText.blocks.length === 1 && only?.type === 'paragraph') {
    selection.insertNodes($fromRichText({ blocks: [only] }).flatMap((node) => node.getChildren()))
    return undefined
  }
  $insertGeneratedNodes($getEditor(), $fromRichText(richText), selection)
  return undefined
}

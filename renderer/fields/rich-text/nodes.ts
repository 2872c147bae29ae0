import { ListItemNode, ListNode } from '@lexical/list'
import { HeadingNode } from '@lexical/rich-text'

/** The only nodes a formatted text is made of, beside paragraphs, texts and line breaks. */
export const richTextNodes = [HeadingNode, ListNode, ListItemNode]

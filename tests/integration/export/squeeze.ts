import { printable } from '../../../shared/text/printable.ts'

/** A text as it is compared with what a reader found: printable, without white space. */
export function squeeze(text: string): string {
  return printable(text).replace(/\s+/gu, '')
}

const decoder = new TextDecoder('utf-8', { fatal: true })

/** UTF-8 bytes as text; throws where they are not UTF-8. */
export function decode(bytes: Uint8Array): string {
  return decoder.decode(bytes)
}

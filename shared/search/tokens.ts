/** A piece of a search as it is written: where it stands, and what it says without its signs. */
export interface SearchToken {
  readonly from: number
  readonly to: number
  readonly not: boolean
  /** The words outside quotation marks: all of a word, or the filter's name with its colon before a value in quotation marks. */
  readonly bare: string
  /** The words between quotation marks, where there are any. */
  readonly quoted: string | undefined
  /** Quotation marks that nobody has ended. */
  readonly isOpen: boolean
}

/** Reads from behind an opening quotation mark; two of them are one of the text. */
function readQuoted(text: string, start: number): { said: string; to: number; isOpen: boolean } {
  let said = ''
  let at = start
  while (at < text.length) {
    if (text[at] !== '"') said += text[at]
    else if (text[at + 1] === '"') {
      said += '"'
      at += 1
    } else return { said, to: at + 1, isOpen: false }
    at += 1
  }
  return { said, to: at, isOpen: true }
}

/** A search in pieces: words, phrases, filters. `isName` tells whether a word before a colon is a filter's name. */
export function searchTokens(text: string, isName: (name: string) => boolean): readonly SearchToken[] {
  const tokens: SearchToken[] = []
  const start = /[^\s\p{Cc}]/gu
  const run = /[^\s\p{Cc}"]*/uy
  for (let at = 0; ; ) {
    start.lastIndex = at
    const from = start.exec(text)?.index
    if (from === undefined) return tokens
    run.lastIndex = from
    const written = run.exec(text)?.[0] ?? ''
    const bare = written.replace(/^[-*]+/u, '')
    const behind = from + written.length
    const name = /^(\p{L}+):$/u.exec(bare)?.[1]
    const takesQuoted = text[behind] === '"' && (bare === '' || (name !== undefined && isName(name)))
    const quoted = takesQuoted ? readQuoted(text, behind + 1) : undefined
    at = quoted?.to ?? behind
    tokens.push({
      from,
      to: at,
      not: written.startsWith('-'),
      bare,
      quoted: quoted?.said,
      isOpen: quoted?.isOpen ?? false,
    })
  }
}

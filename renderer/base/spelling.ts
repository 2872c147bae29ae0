/**
 * Whose speller looks at what is written. `system` and `browser` stay on the machine; `linux` and `sends` mean none: there the
 * desktop would have to download dictionaries, and there the browser may be set to send the text to its maker, which no page can tell.
 */
export type Speller = 'system' | 'browser' | 'linux' | 'sends'

/** Whose speller there is, by the host and what the browser says of itself. */
export function spellerOf(
  host: { readonly kind: 'electron' | 'web'; readonly platform: 'mac' | 'windows' | 'linux' },
  userAgent: string,
): Speller {
  if (host.kind === 'electron') return host.platform === 'linux' ? 'linux' : 'system'
  // Every browser built on Chromium names Chrome; on iOS all are Safari within.
  return /Chrome|Chromium|Edg|CriOS/.test(userAgent) ? 'sends' : 'browser'
}

/** Whether what is written is looked at. */
export function checksSpelling(speller: Speller): boolean {
  return speller === 'system' || speller === 'browser'
}

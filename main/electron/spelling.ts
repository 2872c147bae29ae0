import type { MenuItemConstructorOptions, Session } from 'electron'

/** An address that is no host's, by RFC 2606: a dictionary that the system lacks is asked for there, and nowhere. */
const NOWHERE = 'https://ordlista.invalid/'

/**
 * Whether the system has a speller of its own. macOS and Windows have; elsewhere Chromium downloads dictionaries, which the
 * program never lets it.
 */
export function hasSystemSpeller(platform: NodeJS.Platform = process.platform): boolean {
  return platform === 'darwin' || platform === 'win32'
}

/** Lets a session use the system's speller, where there is one. The text never leaves the machine. */
export function letSystemSpell(session: Session, platform: NodeJS.Platform = process.platform): void {
  if (!hasSystemSpeller(platform)) return
  session.setSpellCheckerDictionaryDownloadURL(NOWHERE)
  // macOS finds the language by itself.
  if (platform === 'win32') session.setSpellCheckerLanguages(['sv'])
  session.setSpellCheckerEnabled(true)
}

/** What stands in the menu over a word that the speller does not know. */
export function spellingMenu(
  suggestions: readonly string[],
  replace: (word: string) => void,
  none: string,
): MenuItemConstructorOptions[] {
  if (suggestions.length === 0) return [{ label: none, enabled: false }]
  return suggestions.map((word) => ({ label: word, click: () => replace(word) }))
}

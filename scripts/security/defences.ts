// What Klarlagt itself promises of records, and of what the page can reach. Tests carry the tag of what they hold.

export interface Defence {
  /** Of the tests that hold it. */
  readonly tag: `security-${string}`
  readonly title: string
  readonly held: string
}

export const defences: readonly Defence[] = [
  {
    tag: 'security-page',
    title: 'The page',
    held: 'Nothing that the page runs reaches Node, another machine or the session’s cookie; there is one window of one program.',
  },
  {
    tag: 'security-roles',
    title: 'Who may do what',
    held: 'One table says what a role and a right may do. The core asks it at every call; what the window hides or greys is for comfort. Nobody approves a note of their own.',
  },
  {
    tag: 'security-signed',
    title: 'What is signed is never changed',
    held: 'Triggers of the database lock a signed note, its revisions, its review and the log, against the program’s own calls and against raw SQL.',
  },
  {
    tag: 'security-proof',
    title: 'That a record is what it was',
    held: 'Canonical JSON under SHA-256, chained through the case and through the whole log, sealed by the signer’s Ed25519 key. An anchor kept outside shows a chain that somebody with the archive’s key has rewritten.',
  },
  {
    tag: 'security-log',
    title: 'The log',
    held: 'Says who did what to which note, and when; it is appended to and chained, and holds nothing of what was written.',
  },
  {
    tag: 'security-package',
    title: 'Granskningspaket',
    held: 'Encrypted by age, with a passphrase or to one receiver’s address. Its answer changes nothing but review data, once, and is refused where it does not belong.',
  },
  {
    tag: 'security-files',
    title: 'Files',
    held: 'Archive, write-ahead log, key and backups are readable by their owner alone, also where they were not before.',
  },
  {
    tag: 'security-key',
    title: 'The passphrase and the recovery key',
    held: 'Each wraps the archive’s key, which never changes; what is replaced opens nothing. The recovery key is shown once and written nowhere.',
  },
  {
    tag: 'security-backup',
    title: 'Backups',
    held: 'Encrypted like the archive, readable by their owner alone, and opened to see that they hold before they count.',
  },
  {
    tag: 'security-disposal',
    title: 'Gallring',
    held: 'Takes the content out of the file, its write-ahead log and the backups’ next generation, and leaves a receipt that the log knows.',
  },
  {
    tag: 'security-extract',
    title: 'Registerutdrag',
    held: 'Holds all that the archive has on one person. That it was made is logged, and about whom is not.',
  },
]

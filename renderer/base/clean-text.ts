/**
 * A text as it can be kept and signed: NUL and halves of surrogate pairs, which no keyboard types, are taken out
 * (canonical JSON, RFC 8785, has no form for the latter), and letters are whole (å, not a and a ring: NFC).
 * Everything else stays, marks of writing direction too.
 */
export function cleanText(text: string): string {
  const known = text.includes('\0') ? text.replaceAll('\0', '') : text
  const whole = known.isWellFormed() ? known : known.toWellFormed().replaceAll('\ufffd', '')
  return whole.normalize('NFC')
}

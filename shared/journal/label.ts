/** A label before its answer: with a colon, unless it ends as a question or a sentence does. */
export function labelled(label: string): string {
  return /[?!.:…]$/.test(label) ? label : `${label}:`
}

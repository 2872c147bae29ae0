/**
 * A pure function of a text that remembers its latest answers, `most` at a time: while somebody types in
 * one field, the texts of all the others are read again and again. Texts longer than `longest` are not kept.
 */
export function remembering<T>(
  most: number,
  longest: number,
  read: (text: string) => T,
): (text: string) => T {
  const answers = new Map<string, { answer: T }>()
  return (text) => {
    const known = answers.get(text)
    if (known) return known.answer
    const answer = read(text)
    if (text.length > longest) return answer
    if (answers.size >= most) answers.clear()
    answers.set(text, { answer })
    return answer
  }
}

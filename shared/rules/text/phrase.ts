/** A pattern of words and phrases that stand by themselves: a letter before or after makes another word of them. */
export function phrase(...alternatives: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'u')
}

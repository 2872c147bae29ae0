import { Misuse, type Terminal } from './terminal.ts'

/** The whole number that an option gives, or undefined where it is left out. */
export function wholeNumber(
  value: string | undefined,
  option: string,
  { min, max }: { readonly min: number; readonly max: number },
  { t }: Terminal,
): number | undefined {
  if (value === undefined) return undefined
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
  if (number >= min && number <= max) return number
  throw new Misuse(t('cli.misuse.number', { option, value, min, max }))
}

/** The one of several words that an option gives. */
export function oneOf<T extends string>(
  value: string,
  option: string,
  choices: readonly T[],
  { t }: Terminal,
): T {
  const chosen = choices.find((choice) => choice === value)
  if (chosen !== undefined) return chosen
  throw new Misuse(t('cli.misuse.choice', { option, value, choices: choices.join(', ') }))
}

import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { TextKey } from '../../shared/text/index.ts'
import { type ExitCode, Misuse, type Terminal } from './terminal.ts'

/** Carries out a command; a Misuse or a Refusal where it cannot be. */
export type Run = (args: readonly string[], terminal: Terminal) => Promise<ExitCode>

/** A command of the terminal: one file, one line in commands/index.ts. */
export interface Command {
  readonly name: string
  /** One line in the list of commands. */
  readonly summary: TextKey
  /** The whole help: usage, options, an example. */
  readonly help: TextKey
  readonly load: () => Promise<{ readonly run: Run }>
}

type Options = NonNullable<ParseArgsConfig['options']>
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true; strict: true }>
>

/** A command's arguments, or a Misuse that says which one is wrong. */
export function parse<const O extends Options>(
  args: readonly string[],
  options: O,
  { t }: Terminal,
): Parsed<O> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const option = /'(-[^' ,=]*)/.exec(error instanceof Error ? error.message : '')?.[1] ?? ''
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new Misuse(t('cli.misuse.unknownOption', { option }))
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
      throw new Misuse(t('cli.misuse.optionValue', { option }))
    throw error
  }
}

/** The value of an option that cannot be left out. */
export function required(value: string | undefined, option: string, { t }: Terminal): string {
  if (value === undefined || value === '') throw new Misuse(t('cli.misuse.optionMissing', { option }))
  return value
}

/** The single argument of a command that takes just one. */
export function single(positionals: readonly string[], what: string, { t }: Terminal): string {
  const [first, more] = positionals
  if (first === undefined) throw new Misuse(t('cli.misuse.argumentMissing', { what }))
  if (more !== undefined) throw new Misuse(t('cli.misuse.argumentExtra', { argument: more }))
  return first
}

/** For commands that take no arguments but options. */
export function none(positionals: readonly string[], { t }: Terminal): void {
  const [extra] = positionals
  if (extra !== undefined) throw new Misuse(t('cli.misuse.argumentExtra', { argument: extra }))
}

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

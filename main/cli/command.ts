import { type ParseArgsConfig, parseArgs } from 'node:util'
import { type IsoDate, parseDate } from '../../shared/case/dates.ts'
import type { TextKey } from '../../shared/text/index.ts'
import { type ExitCode, Misuse, type Terminal } from './terminal.ts'

/** Runs a command. Throws Misuse or a refusal when it cannot be carried out. */
export type RunCommand = (args: readonly string[], terminal: Terminal) => Promise<ExitCode>

/** A command: one file of its own, and one entry in commands/index.ts. */
export interface TerminalCommand {
  readonly name: string
  /** Its line in the list of commands. */
  readonly summary: TextKey
  /** The full help text: usage, options, an example. */
  readonly help: TextKey
  readonly load: () => Promise<{ readonly run: RunCommand }>
}

type Options = NonNullable<ParseArgsConfig['options']>
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true; strict: true }>
>

/** Parses a command's arguments. Throws Misuse, naming the argument that is wrong. */
export function parseArguments<const O extends Options>(
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

/** The value of a required option. */
export function required(value: string | undefined, option: string, { t }: Terminal): string {
  if (value === undefined || value === '') throw new Misuse(t('cli.misuse.optionMissing', { option }))
  return value
}

/** The argument of a command that takes exactly one. */
export function single(positionals: readonly string[], what: string, { t }: Terminal): string {
  const [first, more] = positionals
  if (first === undefined) throw new Misuse(t('cli.misuse.argumentMissing', { what }))
  if (more !== undefined) throw new Misuse(t('cli.misuse.argumentExtra', { argument: more }))
  return first
}

/** Refuses positional arguments, for commands that take only options. */
export function none(positionals: readonly string[], { t }: Terminal): void {
  const [extra] = positionals
  if (extra !== undefined) throw new Misuse(t('cli.misuse.argumentExtra', { argument: extra }))
}

/** The whole number given for an option, or undefined if the option is absent. */
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

/** The day given for an option, or undefined if the option is absent. */
export function dayGiven(value: string | undefined, option: string, { t }: Terminal): IsoDate | undefined {
  const day = value === undefined ? undefined : parseDate(value)
  if (value !== undefined && day === undefined) throw new Misuse(t('cli.misuse.date', { option, value }))
  return day
}

/** The value of an option that must be one of several words. */
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

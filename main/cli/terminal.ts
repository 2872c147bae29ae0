import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { PolicyReading } from '../../shared/policy/read.ts'
import type { Language, TextKey } from '../../shared/text/index.ts'
import { translate } from '../../shared/text/index.ts'
import type { MessageParams } from '../../shared/text/message.ts'
import { readSystemPolicies } from '../policy/read-system.ts'

/** 0: fine. 1: the command found something. 2: the command could not be carried out. */
export type ExitCode = 0 | 1 | 2

/** Everything a command knows of its surroundings. */
export interface Terminal {
  readonly language: Language
  readonly env: Readonly<Record<string, string | undefined>>
  /** What the agency governs on this machine. */
  readonly policies: PolicyReading
  readonly t: (key: TextKey, params?: MessageParams) => string
  /** Prints a line of the result, to standard output. */
  readonly print: (line: string) => void
  readonly printBytes: (bytes: Uint8Array) => void
  /** Prints a line that is not part of the result (progress, problems), to standard error. */
  readonly say: (line: string) => void
  /** Draws a line over the one drawn before, where standard error is a terminal; undefined where it is not. */
  readonly redraw?: ((line: string) => void) | undefined
  /** Reads standard input to its end. */
  readonly readInput: () => Promise<Uint8Array>
  /** Asks for a secret without echoing it; undefined if standard input is not a terminal. */
  readonly askSecret: (prompt: string) => Promise<string | undefined>
}

/** The command was given wrongly. The message tells the user what is wrong and what to do about it. */
export class Misuse extends Error {
  override readonly name = 'Misuse'
}

/** Reads a line without echoing it. Undefined if the input is not a terminal, or ends before a line is complete. */
async function readHidden(
  input: NodeJS.ReadStream,
  output: NodeJS.WritableStream,
  prompt: string,
): Promise<string | undefined> {
  if (!input.isTTY) return undefined
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input, output: nowhere, terminal: true })
  const ended = new AbortController()
  lines.on('close', () => ended.abort())
  output.write(prompt)
  try {
    return await lines.question('', { signal: ended.signal })
  } catch {
    // Ctrl+C or Ctrl+D.
    return undefined
  } finally {
    lines.close()
    output.write('\n')
  }
}

/** The process's own terminal. */
export function processTerminal(): Terminal {
  const policies = readSystemPolicies()
  const language: Language =
    policies.policies.language ?? (process.env.KLARLAGT_LANGUAGE === 'en' ? 'en' : 'sv')
  return {
    language,
    env: process.env,
    policies,
    t: (key, params) => translate(language, key, params),
    print: (line) => process.stdout.write(`${line}\n`),
    printBytes: (bytes) => process.stdout.write(bytes),
    say: (line) => process.stderr.write(`${line}\n`),
    ...(process.stderr.isTTY ? { redraw: (line: string) => process.stderr.write(`\r${line}\u001b[K`) } : {}),
    readInput: () => buffer(process.stdin),
    askSecret: (prompt) => readHidden(process.stdin, process.stderr, prompt),
  }
}

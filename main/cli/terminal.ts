import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Language, TextKey } from '../../shared/text/index.ts'
import { translate } from '../../shared/text/index.ts'
import type { MessageParams } from '../../shared/text/message.ts'

/** 0: all is well. 1: something was found. 2: the command could not be carried out as it was given. */
export type ExitCode = 0 | 1 | 2

/** What a command sees of the world around it. */
export interface Terminal {
  readonly language: Language
  readonly env: Readonly<Record<string, string | undefined>>
  readonly t: (key: TextKey, params?: MessageParams) => string
  /** Writes a line of result. */
  readonly print: (line: string) => void
  readonly printBytes: (bytes: Uint8Array) => void
  /** Writes a line beside the result: progress, what was wrong. */
  readonly say: (line: string) => void
  /** All that is piped in. */
  readonly readInput: () => Promise<Uint8Array>
  /** A secret typed without being shown, or undefined where nobody sits at the terminal. */
  readonly askSecret: (prompt: string) => Promise<string | undefined>
}

/** Something wrong with how the command was given, in words for the user: what, where, and what to do. */
export class Misuse extends Error {
  override readonly name = 'Misuse'
}

/** Reads a line without showing what is typed. Undefined where the input is no terminal, or was ended without a line. */
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
    // Ctrl+C or Ctrl+D: nothing was given.
    return undefined
  } finally {
    lines.close()
    output.write('\n')
  }
}

/** The process's own terminal. */
export function processTerminal(): Terminal {
  const language: Language = process.env.KLARLAGT_LANGUAGE === 'en' ? 'en' : 'sv'
  return {
    language,
    env: process.env,
    t: (key, params) => translate(language, key, params),
    print: (line) => process.stdout.write(`${line}\n`),
    printBytes: (bytes) => process.stdout.write(bytes),
    say: (line) => process.stderr.write(`${line}\n`),
    readInput: () => buffer(process.stdin),
    askSecret: (prompt) => readHidden(process.stdin, process.stderr, prompt),
  }
}

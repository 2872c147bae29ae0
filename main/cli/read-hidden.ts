import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Reads a line without showing what is typed. Undefined where the input is no terminal, or was ended without a line. */
export async function readHidden(
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

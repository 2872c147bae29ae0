import { readFileSync, statSync } from 'node:fs'
import { type Read, sizeFault } from '../../shared/file/json-text.ts'

/** The text of a file's bytes. Only UTF-8 is read: a file in UTF-16 is refused rather than misread. */
export function textOf(bytes: Uint8Array): Read<string> {
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { ok: false, fault: { kind: 'notUtf8', params: {} } }
  }
}

/** Reads a text file of at most `maxBytes`. Throws what the system says where there is no such file or it may not be read. */
export function readTextFile(path: string, maxBytes: number): Read<string> {
  return sizeFault(statSync(path).size, maxBytes) ?? textOf(readFileSync(path))
}

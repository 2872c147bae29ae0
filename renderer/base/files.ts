import { type Read, sizeFault } from '../../shared/file/json-text.ts'

/** The text of a file that the user chose: at most `maxBytes`, in UTF-8. */
export async function readPicked(file: File, maxBytes: number): Promise<Read<string>> {
  const tooLarge = sizeFault(file.size, maxBytes)
  if (tooLarge !== undefined) return tooLarge
  const bytes = await file.arrayBuffer()
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { ok: false, fault: { kind: 'notUtf8', params: {} } }
  }
}

/** Asks the user for one file. Undefined if none was chosen. */
export function pickFile(accept: string): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.addEventListener('change', () => resolve(input.files?.[0]))
    input.addEventListener('cancel', () => resolve(undefined))
    input.click()
  })
}

/** A file to save: what the window has written, or the base64 of what a call has made. */
export type SavedFile = { readonly fileName: string; readonly mimeType: string } & (
  | { readonly content: string | Uint8Array<ArrayBuffer> }
  | { readonly base64: string }
)

/** Saves a file the way the browser or the desktop does. */
export function saveFile(file: SavedFile): void {
  const content = 'content' in file ? file.content : bytesOf(file.base64)
  const url = URL.createObjectURL(new Blob([content], { type: file.mimeType }))
  const link = document.createElement('a')
  link.href = url
  link.download = file.fileName
  document.body.append(link)
  link.click()
  link.remove()
  // Once the download has begun it holds the bytes itself.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** A file in base64, as a call takes it. */
export async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const stretches: string[] = []
  for (let at = 0; at < bytes.length; at += 0x80_00)
    stretches.push(String.fromCharCode(...bytes.subarray(at, at + 0x80_00)))
  return btoa(stretches.join(''))
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
}

import type { ExportedFile } from '../../../shared/api/notes.ts'

/** Hands a file to the user, by the browser's (or Electron's) own way of saving. */
export function download({ fileName, mimeType, base64 }: ExportedFile): void {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes], { type: mimeType }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
  // The download has its own hold of the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

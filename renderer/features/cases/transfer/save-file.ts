/** Gives the user a text as a file to keep, by the browser's or the desktop's own way of saving. */
export function saveFile(fileName: string, mimeType: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mimeType }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The download has its own hold on the bytes once it has begun, which it has by the next task.
  setTimeout(() => URL.revokeObjectURL(url))
}

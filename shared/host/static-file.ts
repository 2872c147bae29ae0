/** A file of the built workbench: its path below that folder as safe segments, and its type. */
export interface StaticFile {
  readonly segments: readonly string[]
  readonly mimeType: string
}

const mimeTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  ttf: 'font/ttf',
  woff: 'font/woff',
  woff2: 'font/woff2',
}

// No segment may begin with a dot, which leaves out `.` and `..`, nor hold a slash, backslash, colon or NUL.
const safeSegment = /^[\w-][\w.-]*$/

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

/**
 * The file that a URL's path (as sent, not normalised) names, or undefined where it names none that we serve: a step
 * upwards in whatever writing, a hidden file, or a type the workbench has no use for. `/` is the page itself.
 */
export function staticFile(pathname: string): StaticFile | undefined {
  if (!pathname.startsWith('/')) return undefined
  const segments = (pathname === '/' ? '/index.html' : pathname).slice(1).split('/').map(decoded)
  const safe = segments.filter((segment) => segment !== undefined && safeSegment.test(segment))
  const name = safe.at(-1)
  if (name === undefined || safe.length !== segments.length) return undefined
  const mimeType = mimeTypes[name.slice(name.lastIndexOf('.') + 1)]
  return mimeType === undefined ? undefined : { segments: safe.filter((s) => s !== undefined), mimeType }
}

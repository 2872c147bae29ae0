/** Where the web host takes web sockets. */
export const rpcPath = '/rpc'

/**
 * The longest message a host takes, in bytes. A note's limit is MAX_NOTE_CHARS UTF-16 units, up to three bytes each, and an
 * import brings a whole case; what is longer is refused by closing the line before it fills the memory. Own choice.
 */
export const MAX_MESSAGE_BYTES = 64 * 1024 * 1024

/**
 * The content security policy of every page, the same under Electron and in the browser: our own files and nothing else,
 * no inline script or style, no frame around us. `connect` names what the page may call (under Electron nothing: it talks
 * through a message port).
 * Trusted types are left out: pasted HTML is read with DOMParser, which makes an inert document but counts as a sink.
 */
export function contentSecurityPolicy(connect: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    `connect-src ${connect.length === 0 ? "'none'" : connect.join(' ')}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** The headers of every answer: the policy, no guessing of types, no referrer, nothing kept on disk. */
export function securityHeaders(connect: readonly string[]): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(connect),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy':
      'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), payment=()',
    'Cache-Control': 'no-store',
  }
}

/** A file of the built workbench: its path below that folder as safe segments, and its type. */
export interface StaticFile {
  readonly segments: readonly string[]
  readonly mimeType: string
}

const mimeTypes: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['json', 'application/json; charset=utf-8'],
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['ico', 'image/x-icon'],
  ['ttf', 'font/ttf'],
  ['woff', 'font/woff'],
  ['woff2', 'font/woff2'],
])

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
  const mimeType = mimeTypes.get(name.slice(name.lastIndexOf('.') + 1))
  return mimeType === undefined ? undefined : { segments: safe.filter((s) => s !== undefined), mimeType }
}

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { securityHeaders, staticFile } from '../../shared/host/serving.ts'

/** The scheme and host that the workbench is served under. */
export const SCHEME = 'app'
export const HOST = 'klarlagt'
export const PAGE = `${SCHEME}://${HOST}/index.html`

function parsed(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined
}

function isOurs(url: URL): boolean {
  // `host` holds the port as well, and a name or password before it would be another way to write a strange address.
  return url.protocol === `${SCHEME}:` && url.host === HOST && url.username === '' && url.password === ''
}

/** Whether an address is the workbench's page itself: the only thing a window or frame may show. */
export function isOwnPage(address: string): boolean {
  const url = parsed(address)
  return url !== undefined && isOurs(url) && (url.pathname === '/' || url.pathname === '/index.html')
}

/** Whether an origin, as a permission request or a window message names it, is our page's. */
export function isOwnOrigin(origin: string): boolean {
  const url = parsed(origin)
  return url !== undefined && isOurs(url)
}

/** Whether an address is a file that our page itself made, to be saved: the only download there is. */
export function isOwnBlob(address: string): boolean {
  const url = parsed(address)
  return url !== undefined && url.protocol === 'blob:' && isOwnOrigin(url.pathname)
}

/** Whether a page may load from an address: our own files, and what it made itself. `devtools` while developing. */
export function mayLoad(address: string, developing: boolean): boolean {
  const url = parsed(address)
  if (url === undefined) return false
  return isOurs(url) || isOwnBlob(address) || (developing && url.protocol === 'devtools:')
}

const headers = securityHeaders([])

function answer(status: number, type: string, body: Uint8Array<ArrayBuffer> | null): Response {
  return new Response(body, { status, headers: { ...headers, 'Content-Type': type } })
}

/** Answers the page's own scheme with files of the built workbench and nothing else; the method is GET or HEAD. */
export async function servePage(
  rendererDir: string,
  request: Pick<Request, 'url' | 'method'>,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, 'text/plain', null)
  const file = isOwnOrigin(request.url) ? staticFile(new URL(request.url).pathname) : undefined
  if (file === undefined) return answer(404, 'text/plain', null)
  try {
    const bytes = await readFile(join(rendererDir, ...file.segments))
    return answer(200, file.mimeType, request.method === 'HEAD' ? null : new Uint8Array(bytes))
  } catch {
    return answer(404, 'text/plain', null)
  }
}

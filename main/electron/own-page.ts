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
  // `host` includes the port; a user name or password would make it another address that merely looks like ours.
  return url.protocol === `${SCHEME}:` && url.host === HOST && url.username === '' && url.password === ''
}

/** Whether an address is the workbench's page, the only one that a window or frame may show. */
export function isOwnPage(address: string): boolean {
  const url = parsed(address)
  return url !== undefined && isOurs(url) && (url.pathname === '/' || url.pathname === '/index.html')
}

/** Whether an origin, as given by a permission request or a window message, is our page's. */
export function isOwnOrigin(origin: string): boolean {
  const url = parsed(origin)
  return url !== undefined && isOurs(url)
}

/** Whether an address is a file that our page created for saving, the only kind of download there is. */
export function isOwnBlob(address: string): boolean {
  const url = parsed(address)
  return url !== undefined && url.protocol === 'blob:' && isOwnOrigin(url.pathname)
}

/** Whether a page may load an address: our own files and its own blobs, and `devtools` during development. */
export function mayLoad(address: string, developing: boolean): boolean {
  const url = parsed(address)
  if (url === undefined) return false
  return isOurs(url) || isOwnBlob(address) || (developing && url.protocol === 'devtools:')
}

const headers = securityHeaders([])

function answer(status: number, type: string, body: Uint8Array<ArrayBuffer> | null): Response {
  return new Response(body, { status, headers: { ...headers, 'Content-Type': type } })
}

/** Answers GET and HEAD requests for the page's scheme with files of the built workbench, and nothing else. */
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

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { securityHeaders } from '../../shared/host/content-security.ts'
import { staticFile } from '../../shared/host/static-file.ts'
import { isOwnOrigin } from './addresses.ts'

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

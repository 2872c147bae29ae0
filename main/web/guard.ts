import type { IncomingMessage } from 'node:http'
import type { TextKey } from '../../shared/text/index.ts'

/** Why a request is turned away. */
export interface TurnedAway {
  readonly status: 403 | 404 | 405
  readonly text: TextKey
}

/**
 * Checks whom a request is for and where it comes from. `Host` must be our own loopback address, which stops names that
 * are made to point here (DNS rebinding); `Origin`, where there is one, must be our own page.
 */
export function refuseStranger(
  { headers }: Pick<IncomingMessage, 'headers'>,
  port: number,
): TurnedAway | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (!hosts.includes(headers.host ?? '')) return { status: 403, text: 'host.web.host' }
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) {
    return { status: 403, text: 'host.web.origin' }
  }
  return undefined
}

/** A web socket must come from our own page: the browser always says from where, so a missing `Origin` is refused too. */
export function refuseStrangeSocket(
  request: Pick<IncomingMessage, 'headers'>,
  port: number,
): TurnedAway | undefined {
  if (request.headers.origin === undefined) return { status: 403, text: 'host.web.origin' }
  return refuseStranger(request, port)
}

import { once } from 'node:events'
import { createServer, type Server } from 'node:http'

/** A server that stands for everybody else, and counts who comes. */
export interface Outside {
  readonly address: string
  readonly visits: string[]
  readonly server: Server
}

/** Starts it on a port of its own. The caller closes it. */
export async function outside(): Promise<Outside> {
  const visits: string[] = []
  const server = createServer((request, response) => {
    visits.push(`${request.method} ${request.url}`)
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/html' })
    response.end('<title>Outside</title>')
  })
  server.on('upgrade', (request, socket) => {
    visits.push(`upgrade ${request.url}`)
    socket.destroy()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0
  return { address: `http://127.0.0.1:${port}`, visits, server }
}

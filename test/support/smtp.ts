// A mail relay of a few lines: takes mail, refuses it, or is not there.
import { createServer, type Server, type Socket } from 'node:net'

export interface Relay {
  readonly url: string
  readonly received: string[]
  refuse(isRefusing: boolean): void
  stop(): Promise<void>
}

export async function startRelay(): Promise<Relay> {
  const received: string[] = []
  const state = { refusing: false }
  const server: Server = createServer((socket) => serve(socket, received, state))
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`, received, refuse: (isRefusing) => { state.refusing = isRefusing },
    stop: () => new Promise((resolve) => { server.close(() => resolve()) }),
  }
}

function serve(socket: Socket, received: string[], state: { refusing: boolean }): void {
  let body: string | undefined
  socket.on('error', () => undefined)
  socket.write('220 relay\r\n')
  socket.on('data', (chunk) => {
    const text = chunk.toString()
    if (body !== undefined) {
      body += text
      if (!body.endsWith('\r\n.\r\n')) return
      received.push(body)
      body = undefined
      socket.write('250 taken\r\n')
      return
    }
    if (/^DATA/i.test(text)) { body = ''; socket.write('354 go on\r\n'); return }
    if (/^QUIT/i.test(text)) { socket.end('221 bye\r\n'); return }
    socket.write(state.refusing && /^RCPT/i.test(text) ? '451 not now\r\n' : '250 ok\r\n')
  })
}

// A gate before the database: closed, it is as if the cable were cut; opened, the same address answers again.
import { connect as dial, createServer, type AddressInfo, type Socket } from 'node:net'
import { afterAll } from 'vitest'

export interface Gate {
  readonly url: string
  close(): void
  open(): void
}

export async function aGate(databaseUrl: string): Promise<Gate> {
  const behind = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let isOpen = true
  const server = createServer((near) => {
    if (!isOpen) return void near.destroy()
    const far = dial(Number(behind.port), behind.hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined).on('close', () => { sockets.delete(socket); near.destroy(); far.destroy() })
    }
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => { server.close(); cut(sockets) })
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String(portOf(server.address()))
  return { url: url.href, close: () => { isOpen = false; cut(sockets) }, open: () => { isOpen = true } }
}

function cut(sockets: ReadonlySet<Socket>): void {
  for (const socket of sockets) socket.destroy()
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

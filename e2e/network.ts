import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { Program } from './program.ts'

/** A network of a device's own before a program. */
export type Network = { url: string; cut: () => void; restore: () => void; stop: () => void }

/**
 * Cut for real: what Playwright takes offline is online again for a moment when its page is left or closed, and what a page
 * sends on a timer or at its end may get through just then.
 */
export const openNetwork = async ({ port }: Program): Promise<Network> => {
  const open = new Set<Socket>()
  let whole = true
  const server = createServer((device) => {
    if (!whole) return device.destroy()
    const program = connect(port, '127.0.0.1')
    for (const [socket, other] of [
      [device, program],
      [program, device],
    ] as const) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.once('close', () => {
        open.delete(socket)
        other.destroy()
      })
      socket.pipe(other)
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = () => {
    whole = false
    for (const socket of open) socket.destroy()
  }
  const restore = () => {
    whole = true
  }
  const stop = () => {
    cut()
    server.close()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, cut, restore, stop }
}

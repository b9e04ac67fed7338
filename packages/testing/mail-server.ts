import { once } from 'node:events'
import type { Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export type TakenLetter = { to: string[]; messageId: string; headers: string; text: string }

/**
 * take: as a server should; refuse: no such mailbox; hang: never answers the letter;
 * drop: takes the letter and is gone before it says so, as when a process dies between the server's answer and its own note of it.
 */
export type Manner = 'take' | 'refuse' | 'hang' | 'drop'

const decode = (headers: string, body: string): string => {
  if (/^content-transfer-encoding: base64/im.test(headers)) return Buffer.from(body, 'base64').toString()
  if (!/^content-transfer-encoding: quoted-printable/im.test(headers)) return body
  return decodeURIComponent(
    body
      .replaceAll('=\r\n', '')
      .replaceAll('%', '%25')
      .replace(/=([0-9A-F]{2})/g, '%$1'),
  )
}

const letterOf = (raw: string, to: string[]): TakenLetter => {
  const end = raw.indexOf('\r\n\r\n')
  const headers = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ')
  return { to, messageId: /^message-id: (.*)$/im.exec(headers)?.[1] ?? '', headers, text: decode(headers, raw.slice(end + 4)) }
}

/** A real mail server on a socket of its own, which behaves as it is told for each address. */
export const startMailServer = async (mannerOf: (to: string) => Manner = () => 'take') => {
  const letters: TakenLetter[] = []
  const sockets = new Set<Socket>()
  let manner = mannerOf
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onRcptTo: ({ address }, _session, done) =>
      manner(address) === 'refuse' ? done(Object.assign(new Error('No such mailbox'), { responseCode: 550 })) : done(),
    onData: (stream, { envelope }, done) => {
      const to = envelope.rcptTo.map(({ address }) => address)
      void text(stream).then((raw) => {
        const [first = 'take'] = to.map(manner)
        if (first === 'hang') return
        letters.push(letterOf(raw, to))
        if (first === 'take') return done()
        for (const socket of sockets) socket.destroy()
      })
    },
  })
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address()
  const url = `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const close = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise<void>((done) => server.close(() => done()))
  }
  const behave = (next: (to: string) => Manner) => {
    manner = next
  }
  return { url, letters, behave, close }
}
export type MailServer = Awaited<ReturnType<typeof startMailServer>>

import { createHash } from 'node:crypto'
import { createTransport } from 'nodemailer'

/** `key` names the letter for good: every attempt to send it carries the same Message-ID. An attachment is a PDF and has a name. */
export type Letter = {
  key: string
  to: string
  subject: string
  text: string
  attachment?: Uint8Array<ArrayBuffer> | null
  attachmentName?: string | null
}
/** Rejects when the mail server did not take the letter. */
export type SendMail = (letter: Letter) => Promise<void>

/** A receiver that gets a letter twice, after a crash between the server's answer and our own note of it, can tell by this. */
export const messageIdOf = (key: string, from: string): string => {
  const host = /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost'
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${host}>`
}

/** Letters by SMTP (`smtp://user:password@host:port`). Short limits: a server that hangs must not hold the others' letters. */
export const createSendMail = (smtpUrl: string, from: string, { seconds = 20 }: { seconds?: number } = {}): SendMail => {
  const milliseconds = seconds * 1000
  const limits = { connectionTimeout: milliseconds, greetingTimeout: milliseconds, socketTimeout: milliseconds, dnsTimeout: milliseconds }
  const transport = createTransport({ url: smtpUrl, ...limits })
  return async ({ key, attachment, attachmentName, ...letter }) => {
    const attachments =
      attachment && attachmentName ? [{ filename: attachmentName, content: Buffer.from(attachment), contentType: 'application/pdf' }] : []
    // RFC 3834: no out-of-office answers to a program.
    await transport.sendMail({ from, messageId: messageIdOf(key, from), headers: { 'Auto-Submitted': 'auto-generated' }, attachments, ...letter })
  }
}

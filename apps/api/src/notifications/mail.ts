import { createTransport } from 'nodemailer'

export type Mail = { to: string; subject: string; text: string }
/** Rejects when the mail server did not take the letter. */
export type SendMail = (mail: Mail) => Promise<void>

/** Letters by SMTP (`smtp://user:password@host:port`). Short limits: a server that hangs must not hold the day's job. */
export const createSendMail = (smtpUrl: string, from: string): SendMail => {
  const transport = createTransport({ url: smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 })
  return async (mail) => {
    await transport.sendMail({ from, ...mail })
  }
}

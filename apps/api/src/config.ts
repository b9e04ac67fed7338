import { resolve } from 'node:path'
import { z } from 'zod'

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\/./, 'expected postgresql://user:password@host:port/database')
    .optional(),
  BASE_URL: z.url().optional(),
  SAMPLE: z.stringbool().default(false),
  TODAY: z.iso.date().optional(),
  SMTP_URL: z.string().min(1).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('warn'),
})

export type Config = {
  port: number
  host: string
  dataDir: string
  databaseUrl: string | undefined
  baseUrl: string | undefined
  sample: boolean
  today: string | undefined
  smtpUrl: string | undefined
  mailFrom: string | undefined
  logLevel: string
}

/** Reads the environment once; throws a `ZodError` that names the variable that is wrong. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => {
  const given = environment.parse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')))
  return {
    port: given.PORT,
    host: given.HOST,
    dataDir: resolve(given.DATA_DIR),
    databaseUrl: given.DATABASE_URL,
    baseUrl: given.BASE_URL,
    sample: given.SAMPLE,
    today: given.TODAY,
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM,
    logLevel: given.LOG_LEVEL,
  }
}

import type { PrismaClient } from '@chung-tay/db/client'
import { hash, verify } from '@node-rs/argon2'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError } from 'better-auth/api'
// Each part by its own path: the others bring a second query builder and every plugin there is.
import { betterAuth } from 'better-auth/minimal'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { username } from 'better-auth/plugins/username'

export type Auth = ReturnType<typeof createAuth>

/** argon2id with the memory that OWASP asks for at one pass (46 MiB). */
export const hashPassword = (password: string): Promise<string> => hash(password, { memoryCost: 47_104, timeCost: 1, parallelism: 1 })
export const verifyPassword = (stored: string, password: string): Promise<boolean> => verify(stored, password)

const hours = 3600

/** Signing in and out, sessions in the database, one-time codes; the accounts themselves belong to `accounts/service.ts`. */
export const createAuth = (prisma: PrismaClient, { secret, baseUrl }: { secret: string; baseUrl: string }) =>
  betterAuth({
    appName: 'Chung Tay',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    // The API's own guard compares Origin with Host, so that any name of this server works.
    trustedOrigins: (request) => (request ? [new URL(request.url).origin] : []),
    database: prismaAdapter(prisma, { provider: 'postgresql' }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 8,
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: ({ hash: stored, password }) => verifyPassword(stored, password) },
    },
    session: { expiresIn: 12 * hours, updateAge: hours },
    user: { changeEmail: { enabled: false }, deleteUser: { enabled: false } },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 600,
      customRules: { '/sign-in/username': { window: 60, max: 120 }, '/two-factor/*': { window: 60, max: 20 } },
    },
    advanced: {
      // Said although it is the default: under a test runner the library would leave both out.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      database: { generateId: 'uuid' },
      useSecureCookies: baseUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: ['x-client-address'] },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const user = await prisma.user.findUnique({ where: { id: session.userId }, select: { active: true } })
            if (!user?.active) throw new APIError('UNAUTHORIZED', { code: 'ACCOUNT_INACTIVE' })
          },
        },
      },
    },
    plugins: [username({ minUsernameLength: 3, maxUsernameLength: 60 }), twoFactor({ issuer: 'Chung Tay' })],
    telemetry: { enabled: false },
    logger: { level: 'error' },
  })

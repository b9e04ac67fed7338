import type { ProblemCode } from '../api/problem.ts'

export const gatePaths = { signIn: '/sign-in', changePassword: '/change-password', setup: '/setup' } as const

/** Only an address within the app: a link from elsewhere must not send a person away after signing in. */
export const insideOr = (href: string | null, fallback: string): string => (href !== null && /^\/(?![/\\])/.test(href) ? href : fallback)

/** Out of the app when the session is over or the password has to be changed; `href` is where to come back to. True when it leaves. */
export const toGate = (code: ProblemCode, href: string): boolean => {
  const gate = code === 'UNAUTHENTICATED' ? gatePaths.signIn : code === 'PASSWORD_CHANGE_REQUIRED' ? gatePaths.changePassword : null
  if (gate !== null) window.location.assign(href === '/' ? gate : `${gate}?next=${encodeURIComponent(href)}`)
  return gate !== null
}

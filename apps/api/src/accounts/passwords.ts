import { randomInt } from 'node:crypto'
import { DomainError } from '@chung-tay/domain/errors'
import { foldText } from '@chung-tay/domain/text'

// The ones people here choose first; length does the rest (OWASP ASVS 5.0, 6.2).
const common = [
  'password',
  '12345678',
  '123456789',
  '1234567890',
  'qwertyui',
  'iloveyou',
  'matkhau',
  'vietnam',
  'abcd1234',
  'admin123',
  'congdoan',
  'chungtay',
  '11111111',
  '88888888',
]

/** Refuses a password that is common, one character over and over, or the person's own name. */
export const checkPassword = (password: string, username: string): void => {
  const folded = foldText(password).replaceAll(' ', '')
  const plain = folded.replace(/[\d!@#$%^&*._-]+$/, '')
  const weak = common.includes(folded) || common.includes(plain) || /^(.)\1*$/.test(folded) || plain === username.toLowerCase()
  if (weak) throw new DomainError('WEAK_PASSWORD')
}

// Without letters and digits that are mistaken for each other on paper.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Three groups of four: 59 bits, told once, changed at the first sign-in. */
export const temporaryPassword = (): string =>
  Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => alphabet.charAt(randomInt(alphabet.length))).join('')).join('-')

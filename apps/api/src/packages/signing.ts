import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'
import { type FiguresPackage, type PackageContent, packageContent } from '@chung-tay/contracts/figures-package'
import { canonicalJson } from '@chung-tay/domain/report/canonical-json'

// RFC 8410: the fixed head before the 32 bytes of an Ed25519 public key.
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex')

const publicKeyOf = (key: KeyObject): string =>
  createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(spkiHead.length).toString('base64url')
const keyFrom = (publicKey: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([spkiHead, Buffer.from(publicKey, 'base64url')]), type: 'spki', format: 'der' })

/** Eight groups of four hexadecimal digits of the key's SHA-256: what two people compare on the telephone. */
export const fingerprintOf = (publicKey: string): string =>
  createHash('sha256')
    .update(Buffer.from(publicKey, 'base64url'))
    .digest('hex')
    .slice(0, 32)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1 ')

const bytesOf = (content: PackageContent): Buffer => Buffer.from(canonicalJson(content as Parameters<typeof canonicalJson>[0]), 'utf8')

export const signContent = (content: PackageContent, privateKey: KeyObject): FiguresPackage => ({
  content,
  signature: { algorithm: 'Ed25519', publicKey: publicKeyOf(privateKey), value: sign(null, bytesOf(content), privateKey).toString('base64url') },
})

/** Whether the content is what the holder of the key signed. */
export const isSignedBy = (content: unknown, signature: string, publicKey: string): boolean => {
  const parsed = packageContent.safeParse(content)
  if (!parsed.success) return false
  try {
    return verify(null, bytesOf(parsed.data), keyFrom(publicKey), Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}

const sealingKey = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'chung-tay', 'signing-key', 32))

/** AES-256-GCM under a key of the server's secret: nonce, tag and cipher text in base64url. */
const seal = (plain: Buffer, secret: string): string => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(secret), nonce)
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

export const newKeyPair = (secret: string): { publicKey: string; sealedKey: string } => {
  const { privateKey } = generateKeyPairSync('ed25519')
  return { publicKey: publicKeyOf(privateKey), sealedKey: seal(privateKey.export({ type: 'pkcs8', format: 'der' }), secret) }
}

/** The private key, or null when it was sealed under another secret: a database that moved without its data folder. */
export const openKey = (sealedKey: string, secret: string): KeyObject | null => {
  const bytes = Buffer.from(sealedKey, 'base64url')
  try {
    const decipher = createDecipheriv('aes-256-gcm', sealingKey(secret), bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(12, 28))
    const der = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
    return createPrivateKey({ key: der, type: 'pkcs8', format: 'der' })
  } catch {
    return null
  }
}

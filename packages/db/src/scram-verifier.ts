import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'

const ITERATIONS = 4096
const SALT_BYTES = 16
const KEY_BYTES = 32
const VERIFIER = /^SCRAM-SHA-256\$(\d+):([^$]+)\$([^:]+):(.+)$/

/**
 * Makes what PostgreSQL keeps of a password (RFC 5802, as in pg_authid), so that the password itself never stands in a
 * statement and hence in no log. Takes ASCII passwords, which SASLprep leaves as they are; refuses others.
 */
export function createScramVerifier(password: string): string {
  if (!/^[\x21-\x7e]+$/.test(password)) throw new TypeError('a role password is printable ASCII')
  return verifierOf(password, randomBytes(SALT_BYTES), ITERATIONS)
}

/** Tells whether a stored verifier belongs to the password; anything that is no SCRAM verifier does not. */
export function isScramVerifierOf(verifier: string, password: string): boolean {
  const [, iterations, salt] = VERIFIER.exec(verifier) ?? []
  if (!iterations || !salt) return false
  return verifierOf(password, Buffer.from(salt, 'base64'), Number(iterations)) === verifier
}

function verifierOf(password: string, salt: Buffer, iterations: number): string {
  const salted = pbkdf2Sync(password, salt, iterations, KEY_BYTES, 'sha256')
  const sign = (text: string) => createHmac('sha256', salted).update(text).digest()
  const storedKey = createHash('sha256').update(sign('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${sign('Server Key').toString('base64')}`
}

import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto'

/** 256 bits, url-safe. */
export const newToken = (): string => randomBytes(32).toString('base64url')
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Six digits. Few enough to guess, so their hash is keyed and bound to their challenge. */
export const newCode = (): string => String(randomInt(0, 1_000_000)).padStart(6, '0')
export const hashCode = (secret: string, challengeId: string, code: string): string =>
  createHmac('sha256', secret).update(`code:${challengeId}:${code.replace(/\D/g, '')}`).digest('base64url')

import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EmbeddedError } from './embedded-error.ts'

/**
 * Promises the superuser's password of a data folder, random and readable by the owner only; made once, before the cluster.
 * Refuses to make a new one for an existing cluster, which would not know it.
 */
export function ensurePassword(dataDir: string, clusterExists: boolean): string {
  const path = join(dataDir, 'superuser.password')
  if (!existsSync(path)) {
    if (clusterExists) {
      throw new EmbeddedError('embedded.password_missing', `Das Passwort der Datenbank fehlt: bitte die Datei ${path} aus der Sicherung zurücklegen.`)
    }
    createOnce(path, randomBytes(24).toString('base64url'))
  }
  return readFileSync(path, 'utf8')
}

/** A link appears whole or not at all, and of two processes only the first makes it. */
function createOnce(path: string, content: string): void {
  const draft = `${path}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, content, { mode: 0o600, flush: true })
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
}

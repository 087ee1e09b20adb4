import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loginRoles, type RolePasswords } from './role-names.ts'

/**
 * Promises the roles' passwords of a data folder: random, made once, in a file that its owner alone can read. Of two
 * processes that come first, both get the same. Refuses a file that does not hold all of them.
 */
export function ensureRolePasswords(folder: string): RolePasswords {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'roles.json')
  if (!existsSync(path)) createOnce(path, JSON.stringify(randomPasswords()))
  const passwords = JSON.parse(readFileSync(path, 'utf8')) as Partial<Record<string, unknown>>
  for (const role of loginRoles) {
    if (typeof passwords[role] !== 'string') throw new Error(`${path} has no password for the role ${role}`)
  }
  return passwords as RolePasswords
}

function randomPasswords(): RolePasswords {
  const password = () => randomBytes(24).toString('base64url')
  return { app: password(), operator: password(), jobs: password(), backup: password() }
}

/** A link appears whole or not at all, and only the first process makes it. */
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

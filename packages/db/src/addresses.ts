import { roleNames, type LoginRole, type RolePasswords } from './role-names.ts'

/** The same server, another database of it. */
export function atDatabase(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}

/** The same database, signed in as one of our roles. */
export function signedInAs(role: LoginRole, passwords: RolePasswords, url: string): string {
  const address = new URL(url)
  address.username = roleNames[role]
  address.password = passwords[role]
  return address.href
}

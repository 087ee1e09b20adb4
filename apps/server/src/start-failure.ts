import { findSqlState } from '@digitallotsen/db/lane-errors.ts'
import { ensureRolePasswords } from '@digitallotsen/db/secrets.ts'
import { printRolesSql } from '@digitallotsen/db/roles.ts'
import { resolve } from 'node:path'

const mayNotCreateRoles = '42501'

/** Ends a start that cannot be, with what to do instead of a stack. An administrator who may not make roles gets the SQL to hand on. */
export const endStart = (error: unknown, dataDir: string): never => {
  if (findSqlState(error) === mayNotCreateRoles) {
    console.error('\nDiese Anmeldung darf in der Datenbank keine Rollen anlegen. Bitte lassen Sie jemanden mit diesem Recht ausführen:\n')
    console.log(printRolesSql(ensureRolePasswords(resolve(dataDir, 'secrets')), 'digitallotsen'))
  } else {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`)
    if (error instanceof Error && error.cause) console.error(error.cause)
  }
  process.exit(1)
}

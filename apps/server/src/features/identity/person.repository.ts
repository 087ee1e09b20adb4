import { and, eq, isNull } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { people } from '@digitallotsen/db/schema/people.table.ts'

export type Person = { id: string; email: string; locale: string }

export const findPersonByEmail = async (tx: TenantTx, email: string): Promise<Person | undefined> => {
  const [row] = await tx
    .select({ id: people.id, email: people.email, locale: people.locale })
    .from(people)
    .where(and(eq(people.tenantId, tx.tenantId), eq(people.email, email), isNull(people.endedAt)))
  return row
}

/** The person of this address, made where there is none; two at once make one. */
export const ensurePerson = async (tx: TenantTx, email: string, locale: string): Promise<Person> => {
  await tx.insert(people).values({ tenantId: tx.tenantId, email, locale }).onConflictDoNothing()
  const person = await findPersonByEmail(tx, email)
  if (!person) throw new Error('an ended account cannot be used')
  return person
}

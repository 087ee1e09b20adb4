import type { TestDatabase } from './postgres.ts'

export interface TestTenant {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly host: string
}

const names = ['Musterstadt', 'Beispielhausen', 'Probenau', 'Testingen an der Muster', 'Neubeispiel', 'Altmuster', 'Übungsheim', 'Modellbach']
let made = 0

/**
 * Puts an invented city into a test's database, live and with a host name of its own; the next one in the list unless the
 * test says which. It has no pack yet.
 */
export async function createTenant(db: Pick<TestDatabase, 'admin'>, city: { slug?: string; name?: string; state?: 'draft' | 'live' | 'paused' | 'ended' } = {}): Promise<TestTenant> {
  const number = made++
  const name = city.name ?? names[number % names.length] ?? 'Musterstadt'
  const slug = city.slug ?? `ort-${number + 1}`
  const host = `${slug}.localhost`
  const [tenant] = await db.admin(`insert into tenants (slug, name, state, framework_version) values ($1, $2, $3, '1.0.0') returning id`, [slug, name, city.state ?? 'live'])
  const id = String(tenant?.['id'])
  await db.admin('insert into tenant_hosts (host, tenant_id) values ($1, $2)', [host, id])
  return { id, slug, name, host }
}

import { and, desc, eq, ne } from 'drizzle-orm'
import type { Lanes } from '@digitallotsen/db/lanes.ts'
import { packRevisions } from '@digitallotsen/db/schema/pack-revisions.table.ts'
import { tenantHosts } from '@digitallotsen/db/schema/tenant-hosts.table.ts'
import { tenants } from '@digitallotsen/db/schema/tenants.table.ts'
import { resolvedPack, type ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'

export type CityEntry = {
  tenantId: string
  slug: string
  state: 'draft' | 'live' | 'paused'
  sample: boolean
  revision: number
  /** Changes with every applied pack; part of each cache key. */
  version: string
  pack: ResolvedPack
}

type Row = { host: string; tenantId: string; slug: string; state: 'draft' | 'live' | 'paused' | 'ended'; sample: boolean; revision: number }

const freshMs = 1000

/**
 * Which city a host stands for. Reads the hosts anew at most once a second, so that a pack that was applied a moment ago
 * is live without a restart; a host nobody has is no city, never a default one.
 */
export class CityDirectory {
  readonly #lanes: Lanes
  readonly #now: () => number
  #rows = new Map<string, Row>()
  #packs = new Map<string, { revision: number; entry: CityEntry }>()
  #readAt = -Infinity
  #reading: Promise<void> | undefined

  constructor(lanes: Lanes, now: () => number = () => performance.now()) {
    this.#lanes = lanes
    this.#now = now
  }

  async find(host: string): Promise<CityEntry | undefined> {
    if (this.#now() - this.#readAt > freshMs) await this.#refresh()
    const row = this.#rows.get(host)
    if (!row || row.state === 'ended') return undefined
    return this.#entry({ ...row, state: row.state })
  }

  async findBySlug(slug: string): Promise<CityEntry | undefined> {
    await this.#refresh()
    const row = [...this.#rows.values()].find(row => row.slug === slug)
    return row && this.find(row.host)
  }

  /** Every city that is not ended, by slug; for jobs and the start. */
  async list(): Promise<CityEntry[]> {
    await this.#refresh()
    const bySlug = new Map([...this.#rows.values()].map(row => [row.slug, row.host]))
    const entries = await Promise.all([...bySlug.values()].map(host => this.find(host)))
    return entries.filter(entry => entry !== undefined)
  }

  #refresh(): Promise<void> {
    return (this.#reading ??= this.#read().finally(() => (this.#reading = undefined)))
  }

  async #read(): Promise<void> {
    const rows = await this.#lanes.withoutTenant(
      tx =>
        tx
          .select({ host: tenantHosts.host, tenantId: tenants.id, slug: tenants.slug, state: tenants.state, sample: tenants.sample, revision: tenants.packRevision })
          .from(tenantHosts)
          .innerJoin(tenants, eq(tenants.id, tenantHosts.tenantId))
          .where(ne(tenants.state, 'ended')),
      { readOnly: true },
    )
    this.#rows = new Map(rows.map(row => [row.host, row]))
    this.#readAt = this.#now()
  }

  async #entry(row: Row & { state: CityEntry['state'] }): Promise<CityEntry | undefined> {
    const cached = this.#packs.get(row.tenantId)
    if (cached?.revision === row.revision && cached.entry.state === row.state) return cached.entry
    const [stored] = await this.#lanes.withTenant(
      row.tenantId,
      tx =>
        tx
          .select({ content: packRevisions.content, hash: packRevisions.hash })
          .from(packRevisions)
          .where(and(eq(packRevisions.tenantId, row.tenantId), eq(packRevisions.revision, row.revision)))
          .orderBy(desc(packRevisions.revision))
          .limit(1),
      { readOnly: true },
    )
    if (!stored) return undefined
    const pack = resolvedPack.parse(stored.content)
    const { host: _, ...known } = row
    const entry: CityEntry = { ...known, version: stored.hash, pack }
    this.#packs.set(row.tenantId, { revision: row.revision, entry })
    return entry
  }
}

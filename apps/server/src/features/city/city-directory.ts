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

type Content = Pick<CityEntry, 'version' | 'pack'>

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
  /** The pack of each city, read and parsed once however many ask for it at the same time. */
  #packs = new Map<string, { revision: number; content: Promise<Content | undefined> }>()
  #entries = new Map<string, CityEntry>()
  #readAt = -Infinity
  #reading: Promise<void> | undefined

  constructor(lanes: Lanes, now: () => number = () => performance.now()) {
    this.#lanes = lanes
    this.#now = now
  }

  /** The city, as far as it is known without asking the database; undefined says nothing about whether there is one. */
  findKnown(host: string): CityEntry | undefined {
    if (!this.#isFresh()) return undefined
    const row = this.#rows.get(host)
    return row && this.#knownEntry(row)
  }

  async find(host: string): Promise<CityEntry | undefined> {
    if (!this.#isFresh()) await this.#refresh()
    const row = this.#rows.get(host)
    if (!row || row.state === 'ended') return undefined
    return this.#knownEntry(row) ?? this.#readEntry({ ...row, state: row.state })
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

  #isFresh(): boolean {
    return this.#now() - this.#readAt <= freshMs
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

  #knownEntry({ tenantId, revision, state, sample }: Row): CityEntry | undefined {
    const entry = this.#entries.get(tenantId)
    return entry?.revision === revision && entry.state === state && entry.sample === sample ? entry : undefined
  }

  async #readEntry(row: Row & { state: CityEntry['state'] }): Promise<CityEntry | undefined> {
    const content = await this.#content(row)
    const made = this.#knownEntry(row)
    if (made || !content) return made
    const { host: _, ...known } = row
    const entry: CityEntry = { ...known, ...content }
    this.#entries.set(row.tenantId, entry)
    return entry
  }

  #content({ tenantId, revision }: Row): Promise<Content | undefined> {
    const known = this.#packs.get(tenantId)
    if (known?.revision === revision) return known.content
    const made = { revision, content: this.#readContent(tenantId, revision) }
    const forget = () => {
      if (this.#packs.get(tenantId) === made) this.#packs.delete(tenantId)
    }
    this.#packs.set(tenantId, made)
    made.content.then(content => content ?? forget(), forget)
    return made.content
  }

  async #readContent(tenantId: string, revision: number): Promise<Content | undefined> {
    const [stored] = await this.#lanes.withTenant(
      tenantId,
      tx =>
        tx
          .select({ content: packRevisions.content, hash: packRevisions.hash })
          .from(packRevisions)
          .where(and(eq(packRevisions.tenantId, tenantId), eq(packRevisions.revision, revision)))
          .orderBy(desc(packRevisions.revision))
          .limit(1),
      { readOnly: true },
    )
    return stored && { version: stored.hash, pack: resolvedPack.parse(stored.content) }
  }
}

import { LRUCache } from 'lru-cache'
import type { Lanes } from '@digitallotsen/db/lanes.ts'
import { findMark, markAhead } from '../features/listing/directory.repository.ts'

/**
 * Names the state of all that a city shows in public: another name after each change, whoever made it. One trip to the database.
 * Read before the rows: what is then kept under an old name may be newer, never older.
 */
export const findRowsVersion = (lanes: Pick<Lanes, 'withTenantReads'>, tenantId: string): Promise<string> => lanes.withTenantReads(tenantId, [markAhead], findMark)

const freshMs = 1_000
const mostCities = 1_000

/** The same for the page that is asked for most, at most a second old; known at once within that second. */
export class RecentRowsVersions {
  readonly #lanes: Pick<Lanes, 'withTenantReads'>
  readonly #versions = new LRUCache<string, string>({ max: mostCities, ttl: freshMs })
  readonly #asked = new Map<string, Promise<string>>()

  constructor(lanes: Pick<Lanes, 'withTenantReads'>) {
    this.#lanes = lanes
  }

  find(tenantId: string): string | Promise<string> {
    return this.#versions.get(tenantId) ?? this.#asked.get(tenantId) ?? this.#ask(tenantId)
  }

  #ask(tenantId: string): Promise<string> {
    const asked = findRowsVersion(this.#lanes, tenantId)
      .then(version => {
        this.#versions.set(tenantId, version)
        return version
      })
      .finally(() => this.#asked.delete(tenantId))
    this.#asked.set(tenantId, asked)
    return asked
  }
}

import { LRUCache } from 'lru-cache'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DirectoryIndex } from './directory-index.ts'
import { findMark, listIndexed } from './directory.repository.ts'

/** Of all cities together: some 100 MB. */
const mostListings = 100_000

type Kept = { version: string; index: Promise<DirectoryIndex>; size: number }

/** The index of each city, made anew when its rows have changed. Nobody gets one that is older than the rows at the moment of asking. */
export class DirectoryIndexes {
  readonly #kept = new LRUCache<string, Kept>({ maxSize: mostListings, sizeCalculation: ({ size }) => Math.max(1, size) })

  /** The index as it was made last, without asking whether it still holds. */
  findKept(tenantId: string): Pick<Kept, 'version' | 'index'> | undefined {
    return this.#kept.get(tenantId)
  }

  /** `version`: the state of the city's rows, where it has just been read (`findRowsVersion`); else it is read here. */
  async find(tx: TenantTx, version?: string): Promise<DirectoryIndex> {
    const wanted = version ?? (await findMark(tx))
    const kept = this.#kept.get(tx.tenantId)
    return kept?.version === wanted ? kept.index : this.#make(tx, wanted)
  }

  /** Whoever asks meanwhile waits for the same one; where it fails, the next one tries anew. */
  async #make(tx: TenantTx, version: string): Promise<DirectoryIndex> {
    const { tenantId } = tx
    const index = listIndexed(tx).then(listings => new DirectoryIndex(listings))
    const isCurrent = () => this.#kept.peek(tenantId)?.index === index
    this.#kept.set(tenantId, { version, index, size: 1 })
    try {
      const { size } = await index
      if (isCurrent()) this.#kept.set(tenantId, { version, index, size })
    } catch {
      if (isCurrent()) this.#kept.delete(tenantId)
    }
    return index
  }
}

export const directoryIndexes = new DirectoryIndexes()

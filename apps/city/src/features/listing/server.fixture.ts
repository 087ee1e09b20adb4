import { differing } from './record-edits.rules.ts'
import { flowers } from '@digitallotsen/domain/listing/listing.fixture.ts'
import { listGaps } from '@digitallotsen/domain/listing/listing.rules.ts'
import type { ListingContent, ListingDraft } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { Shelf } from '../../lib/storage.ts'
import type { ListingPort } from './listing-session.state.ts'

export const merchantId = '0193d1a0-0000-7000-8000-0000000000bb' as ListingDraft['merchantId']

export const draftOf = (over: Partial<ListingDraft> = {}): ListingDraft => {
  const content = over.content ?? flowers
  return {
    merchantId, slug: 'blumen-am-markt', state: 'unpublished', waiting: false, officeReason: null, draftVersion: 1, savedAt: '2026-11-24T08:00:00.000Z', publishedAt: null,
    differs: true, content, photos: [], gaps: listGaps(content), ...over,
  }
}

/** Fails as fetch does where no answer comes back. */
export const unreached = (): Error => new TypeError('Failed to fetch')

/** Fails as the server does when it refuses. */
export const refused = (code: string): Error => Object.assign(new Error(code), { data: { code, details: {} } })

/** The server's side of a listing: counts versions, and refuses who began with another one. `fail` holds what the next saves end with. */
export const createServer = (initial: ListingDraft = draftOf()) => {
  let stored = initial
  const saves: ListingContent[] = []
  const fail: Error[] = []
  /** The save arrives, its answer does not. */
  let loseAnswer = false
  const store = (content: ListingContent, over: Partial<ListingDraft> = {}): ListingDraft => {
    stored = { ...stored, content, gaps: listGaps(content), draftVersion: stored.draftVersion + 1, ...over }
    return stored
  }
  const port: ListingPort = {
    get: () => Promise.resolve(stored),
    save: (draftVersion, content) => {
      saves.push(content)
      const failure = fail.shift()
      if (failure) return Promise.reject(failure)
      const isRepeat = stored.draftVersion === draftVersion + 1 && differing(stored.content, content).length === 0
      if (stored.draftVersion !== draftVersion && !isRepeat) return Promise.reject(refused('listing.conflict'))
      const draft = isRepeat ? stored : store(content)
      if (!loseAnswer) return Promise.resolve(draft)
      loseAnswer = false
      return Promise.reject(unreached())
    },
  }
  return { port, saves, fail, store, stored: () => stored, loseNextAnswer: () => void (loseAnswer = true) }
}

export const createShelf = (): Shelf => {
  const map = new Map<string, string>()
  return {
    getItem: key => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: key => void map.delete(key),
    keys: () => [...map.keys()],
  }
}

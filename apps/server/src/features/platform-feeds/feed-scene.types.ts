import type { ListingCard } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { District } from '@digitallotsen/domain/tenant/city.schemas.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'

/** In which city, and where in it, something is told to a program. */
export type FeedScene = {
  pack: ResolvedPack
  /** Scheme and host. */
  origin: string
  /** True where the whole city is invented. */
  sample: boolean
  /** Null for the whole city. */
  district: District | null
  now: Date
}

/** What of a business a feed and the list in a frame tell. */
export type FeedCard = Pick<
  ListingCard, 'slug' | 'name' | 'tagline' | 'categories' | 'districtId' | 'street' | 'postcode' | 'firstPublishedAt' | 'updatedAt' | 'sample'
>

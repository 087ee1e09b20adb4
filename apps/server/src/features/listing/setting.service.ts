import type { Doer } from './listing-access.service.ts'
import { holidaysFor } from './holidays.rules.ts'
import type { ListingSetting } from './listing-record.schemas.ts'

/** The same for everybody in the city. */
export const settingOf = ({ pack, now }: Doer): ListingSetting => ({
  moderation: pack.platform.moderation,
  categories: pack.categories.map(({ id, label, synonyms }) => ({ id, label, synonyms })),
  holidays: [...holidaysFor(pack, now)].map(([date, name]) => ({ date, name })),
})

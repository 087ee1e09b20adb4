import type { CheckCatalogue, CheckItem } from '@digitallotsen/domain/check/catalogue.schemas.ts'

export const findItem = (catalogue: CheckCatalogue, itemId: string): CheckItem | undefined =>
  catalogue.fields.flatMap(({ items }) => items).find(({ id }) => id === itemId)

export const itemTitle = (catalogue: CheckCatalogue, itemId: string): string => findItem(catalogue, itemId)?.title ?? itemId

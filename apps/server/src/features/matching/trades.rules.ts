import type { Category } from '@digitallotsen/domain/listing/category.schemas.ts'

const plain = (text: string): string => text.trim().toLocaleLowerCase('de')

/** The trades of a business: those of its entry, else the one that its own words name. */
export const tradesOf = ({ categoryIds, trade }: { categoryIds: readonly string[] | null; trade: string | null }, categories: readonly Category[]): string[] => {
  if (categoryIds && categoryIds.length > 0) return [...categoryIds]
  if (trade === null) return []
  const named = plain(trade)
  return categories.filter(({ label, synonyms }) => [label.de, label.en, ...synonyms].some(word => plain(word) === named)).map(({ id }) => id)
}

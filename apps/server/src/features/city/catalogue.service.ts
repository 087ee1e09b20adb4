import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'

/** The check in this language, in German where the city does not offer it; ids and weights are equal in all. */
export const catalogueIn = (pack: ResolvedPack, locale: Locale): CheckCatalogue => {
  const catalogue = pack.catalogues[locale] ?? pack.catalogues.de
  if (!catalogue) throw new Error(`the pack of ${pack.slug} has no catalogue`)
  return catalogue
}

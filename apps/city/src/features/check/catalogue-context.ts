import { createContext, useContext } from 'solid-js'
import type { Accessor } from 'solid-js'
import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'

export const CatalogueContext = createContext<Accessor<CheckCatalogue>>()

export const useCatalogue = (): Accessor<CheckCatalogue> => {
  const catalogue = useContext(CatalogueContext)
  if (!catalogue) throw new Error('useCatalogue() needs a page below CheckArea.')
  return catalogue
}

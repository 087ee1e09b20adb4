export type CityUnderTest = { slug: string; name: string; programme: string; host: string; postcodes: string[]; districts: { id: string; name: string; postcodes: string[] }[] }

export const operatorVisits = ['pages', 'desktop', 'phone', 'third city'] as const
export type OperatorVisit = (typeof operatorVisits)[number]

/** The running product, as every journey finds it. */
export type Product = {
  port: number
  dataDir: string
  tenantsDir: string
  consoleHost: string
  cities: CityUnderTest[]
  /** Each signs the operator in once. */
  operatorTokens: Record<OperatorVisit, string>
}

declare module 'vitest' {
  interface ProvidedContext {
    product: Product
  }
}

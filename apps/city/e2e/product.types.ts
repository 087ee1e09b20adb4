export type CityUnderTest = { slug: string; name: string; programme: string; host: string; postcodes: string[]; districts: { id: string; name: string; postcodes: string[] }[] }

export const operatorVisits = ['pages', 'desktop', 'phone', 'third city'] as const
export type OperatorVisit = (typeof operatorVisits)[number]

/** Names of one and the same site on this machine: each may be audited a few times an hour. */
export const auditedHosts = ['laden.localhost', 'nebenan.localhost'] as const

/** A running product, as every journey finds it. */
export type Product = {
  port: number
  dataDir: string
  tenantsDir: string
  consoleHost: string
  /** Where sites stand that this product may audit although they are on this machine; each journey brings its own. */
  sitePort: number
  cities: CityUnderTest[]
  /** Each signs the operator in once. */
  operatorTokens: Record<OperatorVisit, string>
}

declare module 'vitest' {
  interface ProvidedContext {
    products: Product[]
  }
}

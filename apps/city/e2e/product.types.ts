export type CityUnderTest = { slug: string; name: string; programme: string; host: string; postcodes: string[]; districts: { id: string; name: string; postcodes: string[] }[] }

/** The running product, as every journey finds it. */
export type Product = {
  port: number
  dataDir: string
  tenantsDir: string
  consoleHost: string
  cities: CityUnderTest[]
  /** Signs the operator in once. */
  operatorToken: string
}

declare module 'vitest' {
  interface ProvidedContext {
    product: Product
  }
}

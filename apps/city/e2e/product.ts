import { inject } from 'vitest'
import type { Product } from './product.types.ts'

/** Each worker has a product of its own: what one journey does there, the one beside it does not meet. */
export const theProduct = (): Product => {
  const product = inject('products')[Number(process.env['VITEST_POOL_ID']) - 1]
  if (!product) throw new Error(`No product was started for worker ${process.env['VITEST_POOL_ID']}.`)
  return product
}

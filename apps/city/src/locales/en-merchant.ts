import type { MerchantTexts } from './de-merchant.ts'
export const enMerchant: MerchantTexts = { title: '' }

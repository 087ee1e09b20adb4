export const deMerchant = { title: '' }
export type MerchantTexts = typeof deMerchant

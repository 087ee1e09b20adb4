export const MerchantArea = () => <h1>MerchantArea</h1>

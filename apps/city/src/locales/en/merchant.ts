export { merchant } from '../de/merchant.ts'

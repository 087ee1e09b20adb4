export { result } from '../de/result.ts'

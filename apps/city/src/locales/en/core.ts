export { core } from '../de/core.ts'

export { access } from '../de/access.ts'

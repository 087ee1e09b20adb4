import { buildWeb } from '../apps/server/src/build-web.ts'

await buildWeb(process.cwd(), message => console.log(`  ${message}`))

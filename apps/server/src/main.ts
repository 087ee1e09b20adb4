import { resolve } from 'node:path'
import closeWithGrace from 'close-with-grace'
import { boot } from './boot.ts'
import { readEnv } from './env.ts'
import { endStart } from './start-failure.ts'

const root = resolve(import.meta.dirname, '../../..')
const env = readEnv(process.env)
const starting = boot({ env, root, log: message => console.log(message) })
// From the beginning: a signal during the start would leave the database running.
closeWithGrace({ delay: 10_000, logger: console }, async () => (await starting).close())
await starting.catch((error: unknown) => endStart(error, env.DATA_DIR))

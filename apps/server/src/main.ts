import { resolve } from 'node:path'
import closeWithGrace from 'close-with-grace'
import { boot } from './boot.ts'
import { readEnv } from './env.ts'
import { endStart } from './start-failure.ts'

const root = resolve(import.meta.dirname, '../../..')
const env = readEnv(process.env)
const running = await boot({ env, root, log: message => console.log(message) }).catch((error: unknown) => endStart(error, env.DATA_DIR))
closeWithGrace({ delay: 10_000, logger: console }, () => running.close())

import { resolve } from 'node:path'
import closeWithGrace from 'close-with-grace'
import { boot } from './boot.ts'
import { readEnv } from './env.ts'

const root = resolve(import.meta.dirname, '../../..')
const running = await boot({ env: readEnv(process.env), root, log: message => console.log(message) })
closeWithGrace({ delay: 10_000, logger: console }, () => running.close())

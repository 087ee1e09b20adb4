import { userInfo } from 'node:os'
import { openDatabase } from './database.ts'
import { readEnv } from './env.ts'
import { runPackCommand } from './features/packs/packs.command.ts'

const env = readEnv(process.env)
const print = (line: string) => console.log(line)

process.exitCode = await runPackCommand(
  {
    tenantsDirectory: env.TENANTS_DIR,
    print,
    user: userInfo().username,
    withOperatorLanes: async use => {
      const database = await openDatabase(env, message => console.error(message))
      try {
        return await use(database.operatorLanes)
      } finally {
        await database.close()
      }
    },
  },
  process.argv.slice(2),
)

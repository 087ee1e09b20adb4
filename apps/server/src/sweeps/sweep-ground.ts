import { atDatabase, signedInAs } from '@digitallotsen/db/addresses.ts'
import { openAdminSession, withAdminSession, type Query } from '@digitallotsen/db/admin-session.ts'
import { prepareDatabase } from '@digitallotsen/db/database.ts'
import { parseConnection } from '@digitallotsen/db/lane-options.ts'
import { createLanes, type Lanes } from '@digitallotsen/db/lanes.ts'
import { roleNames } from '@digitallotsen/db/role-names.ts'
import { databaseGuards } from '@digitallotsen/db/roles.ts'
import { insertOperator } from '../features/operator/operator.repository.ts'
import { createCityScene, type CityScene } from './city-scene.ts'

const passwords = { app: 'sweep-app', operator: 'sweep-operator', jobs: 'sweep-jobs', backup: 'sweep-backup' }

export type Ground = { admin: Query; app: Lanes; operator: Lanes; cities: readonly [CityScene, CityScene]; operatorId: string }

const openGround = (serverUrl: string, database: string) => {
  const adminUrl = atDatabase(serverUrl, database)
  const { query: admin, end } = openAdminSession(adminUrl)
  const app = createLanes({ connection: parseConnection(signedInAs('app', passwords, adminUrl)) })
  const operator = createLanes({ connection: parseConnection(signedInAs('operator', passwords, adminUrl)) })
  const close = () => Promise.all([app.end(0), operator.end(0), end()])
  return { admin, app, operator, close }
}

/** Two full cities and an operator. */
export const settle = async ({ admin, operator }: Pick<Ground, 'admin' | 'operator'>): Promise<Pick<Ground, 'cities' | 'operatorId'>> => {
  const cities = [await createCityScene(admin, 'ost-stadt'), await createCityScene(admin, 'west-stadt')] as const
  await operator.withoutTenant(tx => insertOperator(tx, { email: 'betrieb@post.example', displayName: null }))
  const [row] = await admin('select id from operators')
  return { cities, operatorId: String(row?.['id']) }
}

const clone = (serverUrl: string, name: string): Promise<void> =>
  withAdminSession(serverUrl, async ({ query }) => {
    await query(`create database ${name} owner ${roleNames.owner} template sweep`)
    for (const statement of databaseGuards(name)) await query(statement)
  })

/** Settles two cities in a database on this server, and lends as many clones of it as there are names: what one sweep leaves behind is not in another's way. */
export const withGrounds = async <T>(serverUrl: string, names: readonly string[], act: (...grounds: Ground[]) => Promise<T>): Promise<T> => {
  await prepareDatabase({ adminUrl: serverUrl, secrets: { passwords }, database: 'sweep', log: () => {} })
  const first = openGround(serverUrl, 'sweep')
  const settled = await settle(first).finally(first.close)
  for (const name of names) await clone(serverUrl, name)
  const grounds = names.map(name => openGround(serverUrl, name))
  try {
    return await act(...grounds.map(ground => ({ ...ground, ...settled })))
  } finally {
    await Promise.all(grounds.map(ground => ground.close()))
  }
}

import { createTestDatabase } from '@digitallotsen/testing/postgres.ts'
import { appRouter } from '../router.ts'
import { createTestApp } from '../testing/test-app.ts'
import { everybody, Findings, Probe } from './probe.ts'
import { listProcedures } from './procedures.ts'
import { settle } from './sweep-ground.ts'

/** The whole server before two full cities, with one city's people at its door. */
export const openDoor = async () => {
  const db = await createTestDatabase()
  const { cities, operatorId } = await settle(db)
  const [city, other] = cities
  const app = await createTestApp(db)
  const procedures = listProcedures(appRouter)
  const scene = { app, admin: db.admin, procedures, prefix: '/trpc', operatorId }
  const probe = await Probe.open(scene, { city, other, findings: new Findings(), seed: 1, rows: 1, rounds: 1, visitors: everybody })
  const close = async () => {
    await app.close()
    await db.close()
  }
  return { app, city, other, procedures, probe, db, close }
}

import { createFullCity } from '@digitallotsen/testing/full-city.builder.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refreshFigures } from './figures.service.ts'

let db: TestDatabase
beforeAll(async () => void (db = await createTestDatabase()))
afterAll(() => db.close())

const published = (tenantId: string) => db.admin('select merchants, assessments, plans, tasks_done from tenant_figures where tenant_id = $1', [tenantId])

it('figures count one city’s active businesses and plans, submitted checks and finished tasks', async () => {
  const city = await createFullCity(db)
  const neighbour = await createFullCity(db)
  await db.app.withTenant(city.id, refreshFigures)
  expect(await published(city.id)).toEqual([{ merchants: 1, assessments: 0, plans: 1, tasks_done: 0 }])
  await db.admin(`update assessments set state = 'submitted' where tenant_id = $1`, [city.id])
  await db.admin(`update tasks set state = 'done' where tenant_id = $1`, [city.id])
  await db.admin(`update merchants set state = 'paused' where tenant_id = $1`, [city.id])
  await db.admin(`update plans set state = 'closed' where tenant_id = $1`, [city.id])
  expect(await db.app.withTenant(city.id, refreshFigures)).toEqual({ merchants: 0, assessments: 1, plans: 0, tasksDone: 1 })
  expect(await published(city.id)).toEqual([{ merchants: 0, assessments: 1, plans: 0, tasks_done: 1 }])
  expect(await published(neighbour.id)).toEqual([])
})

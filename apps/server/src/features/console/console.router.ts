import * as z from 'zod/mini'
import { tenantId } from '@digitallotsen/domain/ids.schemas.ts'
import { consoleBareProcedure, router } from '../../trpc/procedures.ts'
import { consoleCity, consoleCityDetail } from './console.schemas.ts'
import { ensureSignedIn, getCity, listCities } from './console.service.ts'

/**
 * Signed in as operator, without a transaction around the whole: a city's pack is read in a transaction of that city, and one
 * transaction that waits for another in the same small pool could wait for its neighbours to do the same.
 */
const signedInProcedure = consoleBareProcedure.use(async ({ ctx, next }) => next({ ctx: { operator: await ensureSignedIn(ctx) } }))

export const consoleRouter = router({
  cities: signedInProcedure
    .input(z.strictObject({}))
    .output(z.array(consoleCity))
    .query(({ ctx }) => listCities(ctx.services)),

  city: signedInProcedure
    .input(z.strictObject({ tenantId }))
    .output(consoleCityDetail)
    .query(({ ctx, input }) => getCity(ctx.services, input.tenantId)),
})

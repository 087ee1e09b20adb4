import * as z from 'zod/mini'
import { city } from '@digitallotsen/domain/tenant/city.schemas.ts'
import { cityBareProcedure, router } from '../../trpc/procedures.ts'

export const cityRouter = router({
  get: cityBareProcedure
    .input(z.strictObject({}))
    .output(city)
    .query(({ ctx }) => ({ ...ctx.city.pack.city, sample: ctx.city.sample })),
})

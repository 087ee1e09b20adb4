import * as z from 'zod/mini'
import { merchantId } from '@digitallotsen/domain/ids.schemas.ts'
import { roleProcedure, router } from '../../trpc/procedures.ts'
import { merchantPage, merchantQuery, officeFigures, officeMerchant } from './office.schemas.ts'
import { findMerchants, getFigures, getOfficeMerchant } from './office.service.ts'

const officeProcedure = roleProcedure('office')

export const officeRouter = router({
  merchants: officeProcedure
    .input(merchantQuery)
    .output(merchantPage)
    .query(({ ctx, input }) => findMerchants(ctx.tx, ctx.identity, input)),

  merchant: officeProcedure
    .input(z.strictObject({ merchantId }))
    .output(officeMerchant)
    .query(({ ctx, input }) => getOfficeMerchant(ctx.tx, ctx.identity, input.merchantId)),

  figures: officeProcedure
    .input(z.strictObject({}))
    .output(officeFigures)
    .query(({ ctx }) => getFigures(ctx.tx, ctx.identity)),
})

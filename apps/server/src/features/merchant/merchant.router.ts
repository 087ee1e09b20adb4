import * as z from 'zod/mini'
import { merchantId } from '@digitallotsen/domain/ids.schemas.ts'
import { merchantSummary } from '@digitallotsen/domain/merchant/merchant.schemas.ts'
import { memberProcedure, router } from '../../trpc/procedures.ts'
import { merchantRecord, merchantUpdate } from './merchant-record.schemas.ts'
import { getMerchantRecord, updateMerchant } from './merchant.service.ts'

export const merchantRouter = router({
  get: memberProcedure
    .input(z.strictObject({ merchantId }))
    .output(merchantRecord)
    .query(({ ctx, input }) => getMerchantRecord(ctx.tx, ctx.identity, input.merchantId)),

  update: memberProcedure
    .input(merchantUpdate)
    .output(merchantSummary)
    .mutation(({ ctx, input }) => updateMerchant(ctx.tx, { identity: ctx.identity, pack: ctx.city.pack, now: ctx.services.now() }, input)),
})

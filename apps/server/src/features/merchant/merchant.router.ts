import * as z from 'zod/mini'
import { merchantId } from '@digitallotsen/domain/ids.schemas.ts'
import { merchantSummary } from '@digitallotsen/domain/merchant/merchant.schemas.ts'
import { memberProcedure, memberReading, router } from '../../trpc/procedures.ts'
import { merchantRecord, merchantUpdate } from './merchant-record.schemas.ts'
import { getMerchantRecord, merchantRecordReads, updateMerchant } from './merchant.service.ts'

export const merchantRouter = router({
  get: memberReading(z.strictObject({ merchantId }), input => merchantRecordReads(input.merchantId))
    .output(merchantRecord)
    .query(({ ctx, input }) => getMerchantRecord(ctx.tx, ctx.identity, input.merchantId)),

  update: memberProcedure
    .input(merchantUpdate)
    .output(merchantSummary)
    .mutation(({ ctx, input }) => updateMerchant(ctx.tx, { identity: ctx.identity, pack: ctx.city.pack, now: ctx.services.now() }, input)),
})

import * as z from 'zod/mini'
import { evidenceId, idempotencyKey, merchantId, taskId } from '@digitallotsen/domain/ids.schemas.ts'
import { plan, taskChange } from '@digitallotsen/domain/plan/task.schemas.ts'
import { paragraph } from '@digitallotsen/domain/text.schemas.ts'
import { memberProcedure, router } from '../../trpc/procedures.ts'
import { catalogueIn } from '../city/catalogue.service.ts'
import { addTextEvidence, removeEvidence, restoreEvidence } from './evidence.service.ts'
import { getPlan } from './plan.service.ts'
import { changeTask } from './task.service.ts'

/** `plan.keep` stands beside these; it belongs to those who have no account yet. */
export const planProcedures = {
  get: memberProcedure
    .input(z.strictObject({ merchantId }))
    .output(z.nullable(plan))
    .query(({ ctx, input }) => getPlan(ctx.tx, ctx.identity, input.merchantId)),

  change: memberProcedure
    .input(z.strictObject({ taskId, change: taskChange, idempotencyKey }))
    .output(plan)
    .mutation(({ ctx, input }) =>
      changeTask(ctx.tx, { identity: ctx.identity, catalogue: catalogueIn(ctx.city.pack, 'de'), now: ctx.services.now() }, input),
    ),
}

export const evidenceRouter = router({
  addText: memberProcedure
    .input(z.strictObject({ taskId, body: paragraph, idempotencyKey }))
    .output(plan)
    .mutation(({ ctx, input }) => addTextEvidence(ctx.tx, { identity: ctx.identity, now: ctx.services.now() }, input)),

  remove: memberProcedure
    .input(z.strictObject({ evidenceId }))
    .output(plan)
    .mutation(({ ctx, input }) => removeEvidence(ctx.tx, { identity: ctx.identity, now: ctx.services.now() }, input.evidenceId)),

  restore: memberProcedure
    .input(z.strictObject({ evidenceId }))
    .output(plan)
    .mutation(({ ctx, input }) => restoreEvidence(ctx.tx, { identity: ctx.identity, now: ctx.services.now() }, input.evidenceId)),
})

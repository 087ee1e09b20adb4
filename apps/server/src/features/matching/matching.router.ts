import * as z from 'zod/mini'
import { mentorshipId } from '@digitallotsen/domain/ids.schemas.ts'
import { cityBareProcedure, roleProcedure, router } from '../../trpc/procedures.ts'
import { assignInput, explanation, proposal, whatIfAnswer } from './matching.schemas.ts'
import { askWhatIf, assign, explain, propose } from './matching.service.ts'

const nothing = z.strictObject({})

export const matchingRouter = router({
  propose: cityBareProcedure.input(nothing).output(proposal).query(({ ctx }) => propose(ctx)),
  explain: cityBareProcedure.input(z.strictObject({ mentorshipId })).output(explanation).query(({ ctx, input }) => explain(ctx, input.mentorshipId)),
  whatIf: cityBareProcedure.input(nothing).output(whatIfAnswer).query(({ ctx }) => askWhatIf(ctx)),
  assign: roleProcedure('office')
    .input(assignInput)
    .output(nothing)
    .mutation(async ({ ctx, input }) => {
      await assign(ctx.tx, { identity: ctx.identity, city: ctx.city, origin: ctx.origin, now: ctx.services.now() }, input)
      return {}
    }),
})

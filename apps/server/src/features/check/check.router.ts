import * as z from 'zod/mini'
import { checkCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import { locale } from '@digitallotsen/domain/text.schemas.ts'
import { cityBareProcedure, memberProcedure, router, visitorProcedure } from '../../trpc/procedures.ts'
import { catalogueIn } from '../city/catalogue.service.ts'
import { askerOf } from './check-access.service.ts'
import { extendCheck, startCheck, startFollowUp } from './check-start.service.ts'
import {
  extendInput, followUpInput, followUpStarted, openCheck, openInput, outcome, saved, saveInput, started, startInput, submittedCheck,
} from './check.schemas.ts'
import { getCheck, getResult, saveAnswers, submitCheck } from './check.service.ts'

export const checkRouter = router({
  catalogue: cityBareProcedure
    .input(z.strictObject({ locale }))
    .output(checkCatalogue)
    .query(({ ctx, input }) => catalogueIn(ctx.city.pack, input.locale)),

  start: cityBareProcedure.input(startInput).output(started).mutation(({ ctx, input }) => startCheck(ctx, input)),

  get: visitorProcedure
    .input(openInput)
    .output(openCheck)
    .query(({ ctx, input }) => getCheck(ctx.tx, askerOf(ctx.identity, input.key), input)),

  save: visitorProcedure
    .input(saveInput)
    .output(saved)
    .mutation(({ ctx, input }) => saveAnswers(ctx.tx, { asker: askerOf(ctx.identity, input.key), pack: ctx.city.pack, now: ctx.services.now() }, input)),

  submit: visitorProcedure
    .input(openInput)
    .output(outcome)
    .mutation(({ ctx, input }) => submitCheck(ctx.tx, { asker: askerOf(ctx.identity, input.key), pack: ctx.city.pack, now: ctx.services.now() }, input)),

  result: visitorProcedure
    .input(openInput)
    .output(submittedCheck)
    .query(({ ctx, input }) => getResult(ctx.tx, askerOf(ctx.identity, input.key), input)),

  extend: cityBareProcedure.input(extendInput).output(started).mutation(({ ctx, input }) => extendCheck(ctx, input)),

  startFollowUp: memberProcedure.input(followUpInput).output(followUpStarted).mutation(({ ctx, input }) => startFollowUp(ctx, input)),
})

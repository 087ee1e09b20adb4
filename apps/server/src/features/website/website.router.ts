import * as z from 'zod/mini'
import { measureId } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import { idempotencyKey, merchantId, websiteAuditId } from '@digitallotsen/domain/ids.schemas.ts'
import { plan } from '@digitallotsen/domain/plan/task.schemas.ts'
import { websiteAnswers, websiteAnswerSheet } from '@digitallotsen/domain/website/website-answers.schemas.ts'
import { auditComparison, auditList, quickAudit, quickTicket, siteAddress, websiteAudit } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { cityBareProcedure, cityProcedure, memberProcedure, router } from '../../trpc/procedures.ts'
import { answerQuestions, getAnswers } from './website-answers.service.ts'
import type { Asker } from './website-access.service.ts'
import { startAudit, startQuick } from './website-start.service.ts'
import { addTask, compareTwo, getAudit, getQuickResult, listOfMerchant } from './website.service.ts'

type Context = Omit<Asker, 'now'> & { services: { now: () => Date } }
const askerOf = ({ identity, city, services }: Context): Asker => ({ identity, city, now: services.now() })

const ofMerchant = z.strictObject({ merchantId })

export const websiteRouter = router({
  start: memberProcedure
    .input(z.strictObject({ merchantId, address: siteAddress, idempotencyKey }))
    .output(z.strictObject({ auditId: websiteAuditId }))
    .mutation(({ ctx, input }) => startAudit(ctx.tx, askerOf(ctx), input)),

  get: memberProcedure
    .input(z.strictObject({ auditId: websiteAuditId }))
    .output(websiteAudit)
    .query(({ ctx, input }) => getAudit(ctx.tx, askerOf(ctx), input.auditId)),

  list: memberProcedure.input(ofMerchant).output(auditList).query(({ ctx, input }) => listOfMerchant(ctx.tx, askerOf(ctx), input.merchantId)),

  compare: memberProcedure
    .input(z.strictObject({ auditId: websiteAuditId, withAuditId: z.nullable(websiteAuditId) }))
    .output(auditComparison)
    .query(({ ctx, input }) => compareTwo(ctx.tx, askerOf(ctx), input)),

  answers: memberProcedure.input(ofMerchant).output(websiteAnswerSheet).query(({ ctx, input }) => getAnswers(ctx.tx, askerOf(ctx), input.merchantId)),

  answer: memberProcedure
    .input(z.strictObject({ merchantId, answers: websiteAnswers }))
    .output(websiteAnswerSheet)
    .mutation(({ ctx, input }) => answerQuestions(ctx.tx, askerOf(ctx), input)),

  addTask: memberProcedure
    .input(z.strictObject({ auditId: websiteAuditId, measureId, idempotencyKey }))
    .output(plan)
    .mutation(({ ctx, input }) => addTask(ctx.tx, askerOf(ctx), input)),

  quick: cityBareProcedure
    .input(z.strictObject({ address: siteAddress, idempotencyKey }))
    .output(z.strictObject({ ticket: quickTicket }))
    .mutation(({ ctx, input }) => startQuick(ctx, input)),

  quickResult: cityProcedure
    .input(z.strictObject({ ticket: quickTicket }))
    .output(quickAudit)
    .query(({ ctx, input }) => getQuickResult(ctx.tx, { city: ctx.city, now: ctx.services.now() }, input.ticket)),
})

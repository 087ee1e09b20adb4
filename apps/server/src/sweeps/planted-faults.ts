import { and, asc, eq, gt, ilike, ne } from 'drizzle-orm'
import * as z from 'zod/mini'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { assessments } from '@digitallotsen/db/schema/assessments.table.ts'
import { auditEvents } from '@digitallotsen/db/schema/audit-events.table.ts'
import { mails } from '@digitallotsen/db/schema/mails.table.ts'
import { merchants } from '@digitallotsen/db/schema/merchants.table.ts'
import { people } from '@digitallotsen/db/schema/people.table.ts'
import { tasks } from '@digitallotsen/db/schema/tasks.table.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { assessmentId, idempotencyKey, merchantId, taskId, tenantId } from '@digitallotsen/domain/ids.schemas.ts'
import { emailAddress } from '@digitallotsen/domain/text.schemas.ts'
import { findIdentity } from '../features/session/session.service.ts'
import { hashToken } from '../features/session/token.ts'
import type { Services } from '../services.ts'
import { cityBareProcedure, roleProcedure, visitorProcedure } from '../trpc/procedures.ts'

/** Holes as people make them, each in a procedure of its own. None leans on a missing policy: they go round the wall. */

const office = roleProcedure('office')
const none = z.strictObject({})

/** What a forgotten predicate on an open table would do. */
const everywhere = async <T>({ cities, lanes }: Services, act: (tx: TenantTx) => Promise<T[]>): Promise<T[]> => {
  const found = await Promise.all((await cities.list()).map(city => lanes.withTenant(city.tenantId, act)))
  return found.flat()
}

const merchantsIn = (tx: TenantTx) => tx.select({ id: merchants.id, name: merchants.name }).from(merchants)
export const findAnywhere = async (services: Services, id: string) => (await everywhere(services, tx => merchantsIn(tx).where(eq(merchants.id, id))))[0]
export const isOwn = async (tx: TenantTx, id: string) => (await merchantsIn(tx).where(eq(merchants.id, id))).length > 0

const byId = new Map<string, unknown>()
const answered = new Map<string, unknown>()
let lastList: unknown

export const plantedFaults = {
  takesTheCityFromTheInput: office
    .input(z.strictObject({ tenantId }))
    .query(({ ctx, input }) => ctx.services.lanes.withTenant(input.tenantId, merchantsIn)),

  keepsRowsByIdAlone: office.input(z.strictObject({ merchantId })).query(async ({ ctx, input }) => {
    if (!byId.has(input.merchantId)) {
      const [row] = await merchantsIn(ctx.tx).where(eq(merchants.id, input.merchantId))
      if (!row) throw new DomainError('merchant.not_found')
      byId.set(input.merchantId, row)
    }
    return byId.get(input.merchantId)
  }),

  keepsOneListForAll: office.input(none).query(async ({ ctx }) => (lastList ??= await merchantsIn(ctx.tx))),

  forbidsWhatItShouldNotKnow: office.input(z.strictObject({ merchantId })).query(async ({ ctx, input }) => {
    if (await isOwn(ctx.tx, input.merchantId)) return true
    throw new DomainError((await findAnywhere(ctx.services, input.merchantId)) ? 'role.forbidden' : 'merchant.not_found')
  }),

  tellsInTheDetails: office.input(z.strictObject({ merchantId })).query(async ({ ctx, input }) => {
    if (await isOwn(ctx.tx, input.merchantId)) return true
    throw new DomainError('merchant.not_found', (await findAnywhere(ctx.services, input.merchantId)) ? { elsewhere: true } : {})
  }),

  tellsByAHeader: office.input(z.strictObject({ merchantId })).query(async ({ ctx, input }) => {
    if (await findAnywhere(ctx.services, input.merchantId)) ctx.cookie.clear()
    return isOwn(ctx.tx, input.merchantId)
  }),

  namesItInTheError: office.input(z.strictObject({ merchantId })).query(async ({ ctx, input }) => {
    const found = await findAnywhere(ctx.services, input.merchantId)
    if (await isOwn(ctx.tx, input.merchantId)) return true
    throw new DomainError('merchant.not_found', found ? { name: found.name } : {})
  }),

  writesWhereverTheRowIs: office.input(z.strictObject({ taskId })).mutation(async ({ ctx, input }) => {
    await everywhere(ctx.services, tx => tx.update(tasks).set({ owner: 'Fremde' }).where(eq(tasks.id, input.taskId)).returning({ id: tasks.id }))
    return true
  }),

  leavesATraceElsewhere: office.input(none).mutation(async ({ ctx }) => {
    await everywhere(ctx.services, async tx => {
      await tx.insert(auditEvents).values({ tenantId: tx.tenantId, actorRole: 'office', action: 'planted', entity: 'merchant' })
      return []
    })
    return true
  }),

  searchesEverywhere: office
    .input(z.strictObject({ search: z.string().check(z.maxLength(120)) }))
    .query(({ ctx, input }) => everywhere(ctx.services, tx => merchantsIn(tx).where(ilike(merchants.name, `%${input.search}%`)).limit(3))),

  pagesThroughEverything: office
    .input(z.strictObject({ after: z.optional(merchantId) }))
    .query(({ ctx, input }) => everywhere(ctx.services, tx => merchantsIn(tx).where(input.after ? gt(merchants.id, input.after) : undefined).orderBy(asc(merchants.id)).limit(2))),

  countsEverything: office.input(none).query(async ({ ctx }) => (await everywhere(ctx.services, merchantsIn)).length),

  takesAnySession: visitorProcedure.input(none).query(async ({ ctx }) => {
    const found = await everywhere(ctx.services, async tx => [await findIdentity(tx, ctx.claims, ctx.services.now())])
    return found.find(identity => identity !== null)?.email ?? null
  }),

  takesAnyKey: visitorProcedure.input(z.strictObject({ assessmentId, key: z.optional(z.string().check(z.maxLength(64))) })).query(async ({ ctx, input }) => {
    const { id, keyHash, state } = assessments
    const rows = await everywhere(ctx.services, tx => tx.select({ state }).from(assessments).where(and(eq(id, input.assessmentId), eq(keyHash, hashToken(input.key ?? '')))))
    return rows[0]?.state ?? 'none'
  }),

  knowsAddressesOfAll: cityBareProcedure.input(z.strictObject({ email: emailAddress })).mutation(async ({ ctx, input }) => {
    const found = await everywhere(ctx.services, tx => tx.select({ id: people.id }).from(people).where(eq(people.email, input.email)))
    return { known: found.length > 0 }
  }),

  writesToEverybody: office.input(none).mutation(async ({ ctx }) => {
    const found = await everywhere(ctx.services, tx => tx.select({ email: people.email }).from(people).where(ne(people.email, '')))
    const message = { tenantId: ctx.tx.tenantId, subject: 'An alle', bodyText: '', bodyHtml: '', topic: 'planted' }
    await ctx.tx.insert(mails).values(found.map(({ email }) => ({ ...message, recipient: email, messageId: crypto.randomUUID() })))
    return true
  }),

  repeatsTheAnswerToAnyKey: office.input(z.strictObject({ idempotencyKey })).mutation(async ({ ctx, input }) => {
    if (!answered.has(input.idempotencyKey)) answered.set(input.idempotencyKey, await merchantsIn(ctx.tx).limit(1))
    return answered.get(input.idempotencyKey)
  }),

  looksOnlyAtTheSurface: office
    .input(z.strictObject({ filter: z.strictObject({ merchantIds: z.array(merchantId) }) }))
    .query(async ({ ctx, input }) => (await findAnywhere(ctx.services, input.filter.merchantIds[0] ?? '')) ?? null),

  hidesItInAVariant: office
    .input(z.strictObject({ about: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('all') }), z.strictObject({ kind: z.literal('one'), merchantId })]) }))
    .query(async ({ ctx, input }) => (input.about.kind === 'one' ? ((await findAnywhere(ctx.services, input.about.merchantId)) ?? null) : null)),
}

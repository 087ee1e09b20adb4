import * as z from 'zod/mini'
import { assessmentId, challengeId, idempotencyKey } from '@digitallotsen/domain/ids.schemas.ts'
import { emailAddress, locale } from '@digitallotsen/domain/text.schemas.ts'
import { cityBareProcedure } from '../../trpc/procedures.ts'
import { business } from '../identity/registration.schemas.ts'
import { keepPlan } from './keep.service.ts'

/** "Plan behalten"; lies under plan.keep in the API. */
export const keep = cityBareProcedure
  .input(
    z.strictObject({
      assessmentId,
      key: z.string().check(z.regex(/^[\w-]{43}$/)),
      business,
      email: emailAddress,
      acceptedPrivacy: z.literal(true),
      locale: z._default(locale, 'de'),
      idempotencyKey,
    }),
  )
  .output(z.strictObject({ challengeId }))
  .mutation(({ ctx, input }) => keepPlan(ctx, input))

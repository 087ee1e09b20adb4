import * as z from 'zod/mini'
import { device, identity, role, signInCode } from '@digitallotsen/domain/identity/identity.schemas.ts'
import { challengeId, merchantId, sessionId } from '@digitallotsen/domain/ids.schemas.ts'
import { emailAddress, locale } from '@digitallotsen/domain/text.schemas.ts'
import { cityBareProcedure, memberProcedure, router, visitorProcedure } from '../../trpc/procedures.ts'
import { askForCode, endOwnDevice, enterWithCode, enterWithLink, listOwnDevices, refresh, signOut } from './identity.service.ts'

const empty = z.strictObject({})
const ended = z.strictObject({ ended: z.literal(true) })
const home = z.strictObject({ home: role, merchantId: z.nullable(merchantId) })

export const identityRouter = router({
  requestCode: cityBareProcedure
    .input(z.strictObject({ email: emailAddress, locale: z._default(locale, 'de') }))
    .output(z.strictObject({ challengeId }))
    .mutation(({ ctx, input }) => askForCode(ctx, input)),

  verifyCode: cityBareProcedure
    .input(z.strictObject({ challengeId, code: signInCode }))
    .output(home)
    .mutation(({ ctx, input }) => enterWithCode(ctx, input)),

  verifyLink: cityBareProcedure
    .input(z.strictObject({ token: z.string().check(z.regex(/^[\w-]{43}$/)) }))
    .output(home)
    .mutation(({ ctx, input }) => enterWithLink(ctx, input)),

  me: visitorProcedure.input(empty).output(z.nullable(identity)).query(({ ctx }) => ctx.identity),

  /** Turns the session's token where it is due; the client calls it at its start. */
  refresh: cityBareProcedure.input(empty).output(z.strictObject({ signedIn: z.boolean() })).mutation(({ ctx }) => refresh(ctx)),

  devices: memberProcedure.input(empty).output(z.array(device)).query(({ ctx }) => listOwnDevices(ctx)),

  endDevice: memberProcedure
    .input(z.strictObject({ sessionId }))
    .output(ended)
    .mutation(({ ctx, input }) => endOwnDevice(ctx, input.sessionId)),

  signOut: cityBareProcedure.input(empty).output(ended).mutation(({ ctx }) => signOut(ctx)),
})

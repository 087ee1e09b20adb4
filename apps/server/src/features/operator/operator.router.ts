import * as z from 'zod/mini'
import { signInCode } from '@digitallotsen/domain/identity/identity.schemas.ts'
import { challengeId } from '@digitallotsen/domain/ids.schemas.ts'
import { emailAddress } from '@digitallotsen/domain/text.schemas.ts'
import { consoleBareProcedure, router } from '../../trpc/procedures.ts'
import { askForCode, enterWithCode, enterWithLink, signOut, whoAmI } from './operator-sign-in.service.ts'

const empty = z.strictObject({})
const home = z.strictObject({ home: z.literal('console') })
const operator = z.object({ email: z.string(), displayName: z.nullable(z.string()) })

export const operatorRouter = router({
  requestCode: consoleBareProcedure
    .input(z.strictObject({ email: emailAddress }))
    .output(z.strictObject({ challengeId }))
    .mutation(({ ctx, input }) => askForCode(ctx, input)),

  verifyCode: consoleBareProcedure
    .input(z.strictObject({ challengeId, code: signInCode }))
    .output(home)
    .mutation(({ ctx, input }) => enterWithCode(ctx, input)),

  verifyLink: consoleBareProcedure
    .input(z.strictObject({ token: z.string().check(z.regex(/^[\w-]{43}$/)) }))
    .output(home)
    .mutation(({ ctx, input }) => enterWithLink(ctx, input)),

  me: consoleBareProcedure.input(empty).output(z.nullable(operator)).query(({ ctx }) => whoAmI(ctx)),

  signOut: consoleBareProcedure.input(empty).output(z.strictObject({ ended: z.literal(true) })).mutation(({ ctx }) => signOut(ctx)),
})

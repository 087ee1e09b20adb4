import * as z from 'zod/mini'
import { mailId } from '@digitallotsen/domain/ids.schemas.ts'
import { mailPost } from '@digitallotsen/domain/mail/mail.schemas.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { Services } from '../../services.ts'
import { roleProcedure, router } from '../../trpc/procedures.ts'
import { countPost, getPost, repeatMail, settleMail } from './post.service.ts'

const officeProcedure = roleProcedure('office')
const empty = z.strictObject({})
const deskOf = ({ identity, services }: { identity: Identity; services: Pick<Services, 'now'> }) => ({ identity, now: services.now() })

/** The mails that did not arrive. */
export const postRouter = router({
  list: officeProcedure.input(empty).output(mailPost).query(({ ctx }) => getPost(ctx.tx, ctx.services.now())),

  count: officeProcedure.input(empty).output(z.strictObject({ undelivered: z.int() })).query(({ ctx }) => countPost(ctx.tx)),

  repeat: officeProcedure.input(z.strictObject({ mailId })).output(mailPost).mutation(({ ctx, input }) => repeatMail(ctx.tx, deskOf(ctx), input.mailId)),

  settle: officeProcedure.input(z.strictObject({ mailId })).output(mailPost).mutation(({ ctx, input }) => settleMail(ctx.tx, deskOf(ctx), input.mailId)),
})

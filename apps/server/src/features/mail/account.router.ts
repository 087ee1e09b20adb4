import * as z from 'zod/mini'
import { mailPreference } from '@digitallotsen/domain/mail/mail.schemas.ts'
import { memberProcedure, router } from '../../trpc/procedures.ts'
import { getMailTopics, setMailTopic } from './mail-preferences.service.ts'

const preferences = z.array(mailPreference)

export const accountRouter = router({
  /** Which mails somebody gets that they could do without. */
  mailTopics: memberProcedure.input(z.strictObject({})).output(preferences).query(({ ctx }) => getMailTopics(ctx.tx, ctx.identity.personId)),

  setMailTopic: memberProcedure
    .input(mailPreference)
    .output(preferences)
    .mutation(({ ctx, input }) => setMailTopic(ctx.tx, { ...input, personId: ctx.identity.personId, now: ctx.services.now() })),
})

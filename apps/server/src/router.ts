import { accountRouter } from './features/mail/account.router.ts'
import { checkRouter } from './features/check/check.router.ts'
import { cityRouter } from './features/city/city.router.ts'
import { consoleRouter } from './features/console/console.router.ts'
import { handoverRouter } from './features/handover/handover.router.ts'
import { identityRouter } from './features/identity/identity.router.ts'
import { keep } from './features/keep/keep.router.ts'
import { listingRouter } from './features/listing/listing.router.ts'
import { moderationRouter } from './features/listing/moderation.router.ts'
import { offerRouter } from './features/listing/offer.router.ts'
import { mentorshipRouter } from './features/mentorship/mentorship.router.ts'
import { postRouter } from './features/mail/post.router.ts'
import { matchingRouter } from './features/matching/matching.router.ts'
import { merchantRouter } from './features/merchant/merchant.router.ts'
import { officeRouter } from './features/office/office.router.ts'
import { operatorRouter } from './features/operator/operator.router.ts'
import { evidenceRouter, planProcedures } from './features/plan/plan.router.ts'
import { visitRouter } from './features/visit/visit.router.ts'
import { websiteRouter } from './features/website/website.router.ts'
import { router } from './trpc/procedures.ts'

export const appRouter = router({
  account: accountRouter,
  city: cityRouter,
  check: checkRouter,
  handover: handoverRouter,
  identity: identityRouter,
  listing: listingRouter,
  mentorship: mentorshipRouter,
  matching: matchingRouter,
  merchant: merchantRouter,
  moderation: moderationRouter,
  offer: offerRouter,
  plan: router({ ...planProcedures, keep }),
  evidence: evidenceRouter,
  post: postRouter,
  office: officeRouter,
  operator: operatorRouter,
  console: consoleRouter,
  visit: visitRouter,
  website: websiteRouter,
})

/** All that a client sees of the server. */
export type AppRouter = typeof appRouter

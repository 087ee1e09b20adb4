import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { AssessmentId, MerchantId, WebsiteAuditId } from '@digitallotsen/domain/ids.schemas.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { askerOf, catalogueOf, getReadable } from '../check/check-access.service.ts'
import { getResult } from '../check/check.service.ts'
import { catalogueIn } from '../city/catalogue.service.ts'
import { findPublishedBySlug } from '../listing/directory.service.ts'
import { getOwnDraft } from '../listing/listing-draft.service.ts'
import { getSummary } from '../merchant/merchant.service.ts'
import { getPlan } from '../plan/plan.service.ts'
import { getReadableAudit, type Asker } from '../website/website-access.service.ts'
import { getAudit } from '../website/website.service.ts'
import type { PlanView, PosterView, ResultView, WebsiteView } from './documents.types.ts'
import { senderOf } from './sender.ts'

export type DocumentContext = { pack: ResolvedPack; sample: boolean; locale: Locale; now: Date }

type Edition = { locale: Locale; catalogue: CheckCatalogue }

/** The words in the language asked for where the city has these very questions in it, else all in German: never half of each. */
const inLanguage = ({ pack, locale }: DocumentContext, german: CheckCatalogue): Edition => {
  const translated = pack.catalogues[locale]
  return translated?.edition === german.edition ? { locale, catalogue: translated } : { locale: 'de', catalogue: german }
}

const common = ({ pack, now, sample }: DocumentContext) => ({ sender: senderOf(pack, sample), madeAt: now.toISOString() })

/** What the result's document says. Whoever has only the key of a check does not learn whose it has become. */
export const getResultView = async (
  tx: TenantTx,
  context: DocumentContext,
  { assessmentId, identity, key }: { assessmentId: AssessmentId; identity: Identity | null; key: string | undefined },
): Promise<ResultView> => {
  const asker = askerOf(identity, key)
  const { assessment, access } = await getReadable(tx, asker, assessmentId)
  const { kind, moment, submittedAt, merchantId, result, ranking, comparison } = await getResult(tx, asker, { assessmentId })
  const merchant = merchantId === null || access === 'key' ? undefined : await getSummary(tx, merchantId)
  const german = await catalogueOf(tx, context.pack, assessment)
  const { sender, madeAt } = common({ ...context, sample: context.sample || (merchant?.sample ?? false) })
  return { sender, madeAt, ...inLanguage(context, german), business: merchant?.name ?? null, kind, moment, submittedAt, result, ranking, comparison }
}

/** What the plan's document says; a business without a plan has none. */
export const getPlanView = async (tx: TenantTx, context: DocumentContext, { merchantId, identity }: { merchantId: MerchantId; identity: Identity }): Promise<PlanView> => {
  const plan = await getPlan(tx, identity, merchantId)
  if (!plan) throw new DomainError('plan.not_found')
  const merchant = await getSummary(tx, merchantId)
  const { sender, madeAt } = common({ ...context, sample: context.sample || merchant.sample })
  return { sender, madeAt, ...inLanguage(context, catalogueIn(context.pack, 'de')), business: merchant.name, plan }
}

/** What the poster says, in the words that are on the page now; a business without a page has none. */
export const getPosterView = async (
  tx: TenantTx,
  { origin, ...context }: DocumentContext & { origin: string },
  { merchantId, identity }: { merchantId: MerchantId; identity: Identity },
): Promise<PosterView> => {
  const { slug } = await getOwnDraft(tx, { ...context, identity, origin }, merchantId)
  const standing = slug === null ? undefined : await findPublishedBySlug(tx, slug, context.now)
  if (standing?.kind !== 'found') throw new DomainError('listing.not_published')
  const { content, sample } = standing.listing
  return {
    ...common({ ...context, sample: context.sample || sample }), locale: context.locale, business: content.name, tagline: content.tagline,
    url: `${origin}/betriebe/${standing.listing.slug}`,
  }
}

/** What the document of a website's audit says; one that is not finished has none. */
export const getWebsiteView = async (tx: TenantTx, context: DocumentContext, asker: Asker, auditId: WebsiteAuditId): Promise<WebsiteView> => {
  const { merchantId, rulesVersion, frameworkVersion } = await getReadableAudit(tx, asker, auditId)
  const { address, finalAddress, finishedAt, createdAt, score, report } = await getAudit(tx, asker, auditId)
  if (!report || !score) throw new DomainError('website.audit_not_found')
  const merchant = await getSummary(tx, merchantId)
  const { sender, madeAt } = common({ ...context, sample: context.sample || merchant.sample })
  return { sender, madeAt, business: merchant.name, address: finalAddress ?? address, checkedAt: finishedAt ?? createdAt, score, report, rulesVersion, frameworkVersion }
}

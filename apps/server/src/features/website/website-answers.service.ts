import { judgeByAnswers } from '@digitallotsen/audit/answered.rules.ts'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import type { WebsiteAnswers, WebsiteAnswerSheet } from '@digitallotsen/domain/website/website-answers.schemas.ts'
import { record } from '../audit/audit.service.ts'
import { catalogueIn } from '../city/catalogue.service.ts'
import { recordMeasured } from '../check/measured.service.ts'
import { getDraft } from '../listing/listing-draft.service.ts'
import { findProfileCheck } from '../listing/profiles.service.ts'
import { ensureActiveMerchant } from '../merchant/merchant.service.ts'
import { calendarDay } from '../plan/calendar.rules.ts'
import { followAudit } from '../plan/finding.service.ts'
import { factsOf, humanAnswersOf, noAnswers } from './facts.rules.ts'
import { factsForPlan, scoreFindings, toCheckData, toFinding, toResult } from './findings.rules.ts'
import { listFindings, setVerdict } from './findings.repository.ts'
import { measuredLevels } from './levels.rules.ts'
import { checkingHand, ensureMayRead, type Asker } from './website-access.service.ts'
import { findAnswers, saveAnswers } from './website-answers.repository.ts'
import { findLatestDone, setRescored, type StoredAudit } from './website.repository.ts'

const sheetOf = async (tx: TenantTx, merchantId: MerchantId): Promise<WebsiteAnswerSheet> => {
  const stored = await findAnswers(tx, merchantId)
  return { answers: stored?.answers ?? noAnswers, savedAt: stored?.savedAt.toISOString() ?? null }
}

export const getAnswers = async (tx: TenantTx, asker: Asker, merchantId: MerchantId): Promise<WebsiteAnswerSheet> => {
  ensureMayRead(asker, merchantId)
  return sheetOf(tx, merchantId)
}

type Clerk = Pick<Asker, 'city' | 'now'>

/** What waits for an answer in that audit and can be judged without reading the site again; its score, levels and tasks follow. */
const rejudge = async (tx: TenantTx, { city: { pack }, now }: Clerk, merchantId: MerchantId, audit: StoredAudit): Promise<void> => {
  const answers = (await findAnswers(tx, merchantId))?.answers ?? noAnswers
  const facts = factsOf((await getDraft(tx, pack, merchantId)).content, answers, pack)
  const human = humanAnswersOf(answers, await findProfileCheck(tx, merchantId, 'google'))
  const findings = await listFindings(tx, audit.id)
  const judged = pack.webChecks.flatMap((check, position) => {
    const before = findings.find(({ checkId }) => checkId === check.id)
    const result = before && judgeByAnswers(toCheckData(check), { before: toResult(before), facts, human, site: audit.finalAddress ?? '', today: calendarDay(now) })
    return result ? [toFinding(check, position, result)] : []
  })
  if (judged.length === 0) return
  for (const { checkId, ...verdict } of judged) await setVerdict(tx, { auditId: audit.id, checkId }, verdict)
  const after = await listFindings(tx, audit.id)
  const levels = measuredLevels(pack.webChecks, after.map(toResult))
  await setRescored(tx, audit.id, { score: scoreFindings(after), levels }, now)
  await recordMeasured(tx, merchantId, levels, now)
  await followAudit(tx, { merchantId, auditId: audit.id, catalogue: catalogueIn(pack, 'de'), now, facts: factsForPlan(pack, judged) })
}

/** Judges anew what an answer decides, in the newest finished audit. */
export const rejudgeLatest = async (tx: TenantTx, asker: Clerk, merchantId: MerchantId): Promise<void> => {
  const audit = await findLatestDone(tx, merchantId)
  if (audit) await rejudge(tx, asker, merchantId, audit)
}

/** Keeps what people have told, and judges at once what hung on it alone; the rest counts from the next audit on. */
export const answerQuestions = async (tx: TenantTx, asker: Asker, { merchantId, answers }: { merchantId: MerchantId; answers: WebsiteAnswers }): Promise<WebsiteAnswerSheet> => {
  const byRole = checkingHand(asker, merchantId)
  const { identity, now } = asker
  await ensureActiveMerchant(tx, merchantId)
  await saveAnswers(tx, { merchantId, answers, byRole, personId: identity.personId, updatedAt: now })
  await record(tx, { actorPersonId: identity.personId, actorRole: byRole, action: 'website.answered', entity: 'merchant', entityId: merchantId, details: {}, at: now })
  await rejudgeLatest(tx, asker, merchantId)
  return sheetOf(tx, merchantId)
}

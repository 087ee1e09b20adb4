import { and, asc, count, desc, eq, inArray, like, sql, type SQL } from 'drizzle-orm'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { guides } from '@digitallotsen/db/schema/guides.table.ts'
import { mentorships } from '@digitallotsen/db/schema/mentorships.table.ts'
import { merchants } from '@digitallotsen/db/schema/merchants.table.ts'
import { people } from '@digitallotsen/db/schema/people.table.ts'
import type { MentorshipId, MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import type { CaseLine, CaseQuery } from '@digitallotsen/domain/mentorship/case.schemas.ts'
import { lightDays, trafficLight } from '@digitallotsen/domain/mentorship/contact.rules.ts'

const m = mentorships
const columns = {
  id: m.id, merchantId: m.merchantId, business: merchants.name, districtId: merchants.districtId, phase: m.phase, state: m.state, guideName: people.displayName,
  requestedAt: m.requestedAt, lastContactAt: m.lastContactAt, phaseSince: m.phaseSince, nextStep: m.nextStep, resumeOn: m.resumeOn, sample: m.sample,
}
type Row = Omit<CaseLine, 'id' | 'merchantId' | 'requestedAt' | 'lastContactAt' | 'light'> & { id: string; merchantId: string; requestedAt: Date; lastContactAt: Date | null; phaseSince: Date }

const toLine = ({ phaseSince, ...row }: Row, now: Date): CaseLine => ({
  ...row, id: row.id as MentorshipId, merchantId: row.merchantId as MerchantId, requestedAt: row.requestedAt.toISOString(), lastContactAt: row.lastContactAt?.toISOString() ?? null,
  light: trafficLight({ state: row.state, lastContactAt: row.lastContactAt, phaseSince }, now),
})

const dayMs = 86_400_000
const since = sql`coalesce(${m.lastContactAt}, ${m.phaseSince})`
/** As `trafficLight` has it, in the database: so many whole days and one more. */
const inLight = (light: NonNullable<CaseQuery['light']>, now: Date): SQL | undefined => {
  const before = (days: number) => sql`${new Date(now.getTime() - (days + 1) * dayMs).toISOString()}::timestamptz`
  const [yellow, red] = [before(lightDays.yellow), before(lightDays.red)]
  const bounds = { green: sql`${since} > ${yellow}`, yellow: sql`${since} <= ${yellow} and ${since} > ${red}`, red: sql`${since} <= ${red}` }
  return and(eq(m.state, 'active'), bounds[light])
}

export type CaseFilters = Pick<CaseQuery, 'state' | 'light' | 'phase' | 'guideId'> & { patterns: readonly string[]; now: Date }

const matching = (tx: TenantTx, { state, light, phase, guideId, patterns, now }: CaseFilters) =>
  and(
    eq(m.tenantId, tx.tenantId), state && eq(m.state, state), phase && eq(m.phase, phase), guideId && eq(m.guideId, guideId), light && inLight(light, now),
    ...patterns.map(pattern => like(merchants.search, pattern)),
  )

const ofMerchant = and(eq(merchants.tenantId, m.tenantId), eq(merchants.id, m.merchantId))
const ofGuide = and(eq(guides.tenantId, m.tenantId), eq(guides.id, m.guideId))
const ofPerson = and(eq(people.tenantId, guides.tenantId), eq(people.id, guides.personId))

const orders = { requested_at: [desc(m.requestedAt)], last_contact: [sql`${m.lastContactAt} asc nulls first`], business: [asc(merchants.search)] } as const

export const listCases = async (tx: TenantTx, filters: CaseFilters, { page, pageSize, sort }: Pick<CaseQuery, 'page' | 'pageSize' | 'sort'>): Promise<CaseLine[]> => {
  const rows = await tx
    .select(columns)
    .from(m)
    .innerJoin(merchants, ofMerchant)
    .leftJoin(guides, ofGuide)
    .leftJoin(people, ofPerson)
    .where(matching(tx, filters))
    .orderBy(...orders[sort], asc(m.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize)
  return rows.map(row => toLine(row, filters.now))
}

export const countCases = async (tx: TenantTx, filters: CaseFilters): Promise<number> => {
  const [row] = await tx.select({ total: count() }).from(m).innerJoin(merchants, ofMerchant).where(matching(tx, filters))
  return row?.total ?? 0
}

/** These cases, whatever their state. */
export const listCaseLines = async (tx: TenantTx, ids: readonly string[], now: Date): Promise<CaseLine[]> => {
  if (ids.length === 0) return []
  const rows = await tx
    .select(columns)
    .from(m)
    .innerJoin(merchants, ofMerchant)
    .leftJoin(guides, ofGuide)
    .leftJoin(people, ofPerson)
    .where(and(eq(m.tenantId, tx.tenantId), inArray(m.id, [...ids])))
    .orderBy(asc(since), asc(m.id))
  return rows.map(row => toLine(row, now))
}

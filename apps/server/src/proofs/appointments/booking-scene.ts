import type { Query } from '@digitallotsen/db/admin-session.ts'

/** A guide with eight times, and so many businesses to which she has offered all of them. */
export type BookingScene = { tenantId: string; guideId: string; bookings: readonly { visitId: string; merchantId: string; personId: string }[]; times: readonly string[] }

const dayMs = 86_400_000

/** Eight hours right after one another, so that a rounding or an open end would show. */
export const timesFrom = (now: Date, count: number): string[] =>
  Array.from({ length: count }, (_, n) => new Date(Math.ceil(now.getTime() / dayMs) * dayMs + 7 * dayMs + (8 + n) * 3_600_000).toISOString())

export const createBookingScene = async (admin: Query, tenantId: string, { now, businesses, slots }: { now: Date; businesses: number; slots: number }): Promise<BookingScene> => {
  const times = timesFrom(now, slots)
  const [guide] = await admin(
    `with person as (insert into people (tenant_id, email) values ($1, gen_random_uuid() || '@example.org') returning id)
     insert into guides (tenant_id, person_id, recognition, state) select $1, id, 'volunteer', 'active' from person returning id`, [tenantId])
  const guideId = String(guide?.['id'])
  const rows = await admin(
    `with shop as (insert into merchants (tenant_id, name, search) select $1, 'Laden ' || n, 'laden' from generate_series(1, $3::int) n returning id),
      person as (insert into people (tenant_id, email) select $1, gen_random_uuid() || '@example.org' from generate_series(1, $3::int) returning id),
      pair as (select s.id as merchant_id, p.id as person_id from (select id, row_number() over () as n from shop) s join (select id, row_number() over () as n from person) p using (n)),
      owner as (insert into memberships (tenant_id, person_id, role, merchant_id, position) select $1, person_id, 'merchant', merchant_id, 'owner' from pair),
      kase as (insert into mentorships (tenant_id, merchant_id, guide_id, state, wishes) select $1, merchant_id, $2, 'active', '{"languages":[],"days":[],"note":null}' from pair returning id, merchant_id),
      visit as (insert into visits (tenant_id, mentorship_id, merchant_id, guide_id, purpose, zone, offer_by) select $1, id, merchant_id, $2, 'Erstgespräch', 'Europe/Berlin', 'guide' from kase returning id, merchant_id),
      slot as (insert into visit_slots (tenant_id, visit_id, starts_at, ends_at, starts_local, minutes)
        select $1, v.id, t::timestamptz, t::timestamptz + interval '1 hour', to_char(t::timestamptz at time zone 'Europe/Berlin', 'YYYY-MM-DD"T"HH24:MI'), 60 from visit v, unnest($4::text[]) t)
     select v.id as visit_id, p.merchant_id, p.person_id from visit v join pair p using (merchant_id)`,
    [tenantId, guideId, businesses, times])
  return { tenantId, guideId, times, bookings: rows.map(row => ({ visitId: String(row['visit_id']), merchantId: String(row['merchant_id']), personId: String(row['person_id']) })) }
}

import { randomUUID } from 'node:crypto'
import type { Query } from '@digitallotsen/db/admin-session.ts'
import { loadFramework, loadPack } from '@digitallotsen/pack/load.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { patched, smallCity, smallFramework } from '@digitallotsen/pack/small-pack.fixture.ts'
import { createFullCity } from '@digitallotsen/testing/full-city.builder.ts'

/**
 * Everyone who may sign in to a city: a guide without a case there, the one who leads it, one who handed it over lately and may still read,
 * a guide who is none any more, somebody without a role, and who has not signed in.
 */
export const roles = ['anonymous', 'merchant', 'guide', 'case-guide', 'past-guide', 'ex-guide', 'university', 'office', 'auditor', 'stranger'] as const
/** Whose time in the office is over: ended by somebody, or run out. */
export const formerRoles = ['ended-office', 'lapsed-office'] as const
export type Role = (typeof roles)[number] | (typeof formerRoles)[number]
export type Member = Exclude<Role, 'anonymous'>
export const guideMembers = ['guide', 'case-guide', 'past-guide'] as const
export type GuideMember = (typeof guideMembers)[number]

export type Person = { id: string; email: string }

/** A city with a row in each of its tables, its pack, and a person of every role. */
export type CityScene = {
  id: string
  slug: string
  host: string
  /** Stands in every free text of the city's rows; no answer to another city may hold it. */
  mark: string
  /** Stands in the texts of the pack: public in its own city, and the operator's to read. */
  packMark: string
  pack: ResolvedPack
  people: Readonly<Record<Member, Person>>
  /** The guides of the members who are one. */
  guides: Readonly<Record<GuideMember, string>>
}

const packOf = async (slug: string, packMark: string): Promise<ResolvedPack> => {
  const framework = await loadFramework(smallFramework)
  if (!framework.ok) throw new Error('the framework was refused')
  const changes = [
    ['slug: musterstadt', `slug: ${slug}`],
    ['musterstadt.localhost', `${slug}.localhost`],
    ['state: draft', 'state: live'],
    ['name: Musterstadt', `name: ${packMark}`],
    ['organisation: Wirtschaftsförderung Musterstadt', `organisation: Wirtschaftsförderung ${packMark}`],
  ] as const
  const source = changes.reduce((folder, [from, to]) => patched(folder, 'pack.yaml', from, to), smallCity)
  const result = await loadPack(source, framework.framework)
  if (!result.ok) throw new Error(`the pack was refused: ${JSON.stringify(result)}`)
  const features = Object.fromEntries(Object.keys(result.pack.features).map(name => [name, true])) as ResolvedPack['features']
  return { ...result.pack, features }
}

export type Row = readonly [table: string, values: Readonly<Record<string, unknown>>]

/** All rows in one statement: references are looked at when it ends, so their order is free. */
export const insertRows = async (admin: Query, rows: readonly Row[]): Promise<void> => {
  const parameters: unknown[] = []
  const inserts = rows.map(([table, values], index) => {
    const places = Object.values(values).map(value => `$${parameters.push(value)}`)
    return `row_${index} as (insert into ${table} (${Object.keys(values).join(', ')}) values (${places.join(', ')}))`
  })
  await admin(`with ${inserts.join(', ')} select 1`, parameters)
}

const members: readonly Member[] = [...roles.filter(role => role !== 'anonymous'), ...formerRoles]

const past = '2026-01-01'
const heldBy: Partial<Record<Member, Record<string, string>>> = {
  'case-guide': { role: 'guide' },
  'past-guide': { role: 'guide' },
  'ex-guide': { role: 'guide', ended_at: past },
  'ended-office': { role: 'office', ended_at: past },
  'lapsed-office': { role: 'office', valid_until: past },
}

const rowsOfMember = (tenant_id: string, mark: string, role: Member, { id, email }: Person): Row[] => {
  const person: Row = ['people', { tenant_id, id, email, display_name: `${role} ${mark}` }]
  if (role === 'stranger' || role === 'merchant') return [person]
  return [person, ['memberships', { tenant_id, person_id: id, ...(heldBy[role] ?? { role }) }]]
}

/** The merchant's role comes with a business; `createCase` gives it one. */
export const createCityScene = async (admin: Query, slug: string): Promise<CityScene> => {
  const mark = `Fallkanarie${slug.replaceAll('-', '')}`
  const packMark = `Packkanarie${slug.replaceAll('-', '')}`
  const city = await createFullCity({ admin }, { slug, mark })
  const pack = await packOf(slug, packMark)
  await admin('update pack_revisions set content = $1, hash = $2, applied_by = $3 where tenant_id = $4', [JSON.stringify(pack), packMark, packMark, city.id])
  await admin(`update tenants set pack_revision = 1, state = 'live', name = $1 where id = $2`, [packMark, city.id])
  const made = members.map(role => [role, { id: randomUUID(), email: `${role}-${mark.toLowerCase()}@post.example` }] as const)
  const people = Object.fromEntries(made) as Record<Member, Person>
  const guides = Object.fromEntries(guideMembers.map(member => [member, randomUUID()])) as Record<GuideMember, string>
  const rowsOfGuides = guideMembers.map((member): Row => ['guides', { tenant_id: city.id, id: guides[member], person_id: people[member].id, state: 'active', released_at: '2026-01-01T00:00:00Z', commitment_version: '1', commitment_signed_at: '2026-01-01T00:00:00Z', languages: ['de'], districts: ['mitte'], capacity: 1000, recognition: 'volunteer', intro: mark }])
  const gate = pack.curriculum.guide.filter(module => module.gate).map(({ id }) => id)
  const rowsOfModules = guideMembers.flatMap(member => gate.map((module_id): Row => ['guide_modules', { tenant_id: city.id, guide_id: guides[member], module_id, state: 'passed', passed_on: '2026-01-01' }]))
  await insertRows(admin, [...made.flatMap(([role, person]) => rowsOfMember(city.id, mark, role, person)), ...rowsOfGuides, ...rowsOfModules])
  return { id: city.id, slug, host: city.host, mark, packMark, pack, people, guides }
}

import type { TenantId } from '@digitallotsen/domain/ids.schemas.ts'
import type { AppServices } from '../app/app-context.ts'
import type { CityDetail, CityRow, ConsolePort } from './console-port.ts'

export const operator = { email: 'mia@musterbetreiber.example', displayName: 'Mia Muster' }

let made = 0

export const cityRow = (over: Partial<CityRow> & { name: string }): CityRow => {
  const slug = over.name.toLowerCase().replace(/[^a-z]/g, '')
  return {
    id: `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}` as TenantId, slug, ags: '05999001', state: 'live', hosts: [`${slug}.localhost`],
    frameworkVersion: '1.0.0', packRevision: 1, sample: false, merchants: 0, assessments: 0, plans: 0, tasksDone: 0,
    figuresAt: null, openChecks: 0, updatedAt: '2027-02-01T09:00:00.000Z', ...over,
  }
}

export const cityDetail = (row: CityRow, over: Partial<CityDetail> = {}): CityDetail => ({ ...row, revisions: [], checklist: [], theme: { notes: [] }, ...over })

/** As tRPC reports a refusal. */
export const refusal = (code: string): Error => Object.assign(new Error(code), { data: { code } })

const unasked = () => Promise.reject(new Error('this test does not expect the call'))

export const fakePort = (over: Partial<ConsolePort> = {}): ConsolePort => ({
  me: async () => operator, requestCode: unasked, verifyCode: unasked, verifyLink: unasked, signOut: unasked, cities: unasked, city: unasked, ...over,
})

export const fakeServices = (port: Partial<ConsolePort>, signedIn = true): AppServices => {
  const memory = new Map<string, string>()
  return {
    operator: signedIn ? operator : null,
    port: fakePort({ me: async () => (signedIn ? operator : null), ...port }),
    tab: { getItem: key => memory.get(key) ?? null, setItem: (key, value) => void memory.set(key, value), removeItem: key => void memory.delete(key) },
    now: () => new Date('2027-02-03T12:00:00Z'),
  }
}

import type { Band } from '@digitallotsen/domain/check/result.schemas.ts'
import type { MerchantSort, MerchantState } from '@digitallotsen/domain/merchant/merchant.schemas.ts'
import type { SortOrder } from '@digitallotsen/ui/data-table.tsx'
import type { Inputs } from '../../lib/trpc.ts'

/** The list as its address has it: everything one may want to send to a colleague. */
export type ListAddress = { suche?: string; quartier?: string; stand?: string; teilnahme?: string; muss?: string; sortierung?: string; richtung?: string; seite?: string }

/** The question to the server with nothing left to its defaults. */
type ListQuery = Inputs['office']['merchants'] & { sort: MerchantSort; direction: 'asc' | 'desc'; page: number; pageSize: number }

const bands: readonly Band[] = ['start', 'build', 'secure', 'model']
const states: readonly MerchantState[] = ['active', 'paused', 'withdrawn', 'closed']
const sorts: readonly MerchantSort[] = ['name', 'score', 'open_musts', 'checked_at', 'created_at']
const pageSize = 25

const oneOf = <T extends string>(allowed: readonly T[], value: string | undefined): T | undefined => allowed.find(one => one === value)

/** What the address asks the server for; what it does not know is left aside. */
export const readAddress = (address: ListAddress): ListQuery => {
  const band = oneOf(bands, address.stand)
  const state = oneOf(states, address.teilnahme)
  const search = address.suche?.trim()
  return {
    ...(search ? { search } : {}),
    ...(address.quartier ? { districtId: address.quartier } : {}),
    ...(band ? { band } : {}),
    ...(state ? { state } : {}),
    ...(address.muss === '1' ? { openMusts: true } : {}),
    sort: oneOf(sorts, address.sortierung) ?? 'name',
    direction: address.richtung === 'ab' ? 'desc' : 'asc',
    page: Math.max(1, Math.trunc(Number(address.seite)) || 1),
    pageSize,
  }
}

/** The address with some parts changed; a change of what is listed begins on the first page. */
export const addressWith = (base: string, address: ListAddress, change: Partial<ListAddress>): string => {
  const next = { ...address, ...('seite' in change ? {} : { seite: '' }), ...change }
  const query = new URLSearchParams(Object.entries(next).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return `${base}/buero${query.size > 0 ? `?${query}` : ''}`
}

export const isFiltered = ({ suche, quartier, stand, teilnahme, muss }: ListAddress): boolean => [suche, quartier, stand, teilnahme, muss].some(Boolean)

export const sortOf = ({ sort, direction }: ListQuery): SortOrder => ({ key: sort, direction: direction === 'desc' ? 'descending' : 'ascending' })

export const sortChange = ({ key, direction }: SortOrder): Partial<ListAddress> => ({ sortierung: key, richtung: direction === 'descending' ? 'ab' : 'auf' })

import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { SessionClaims } from '../session/session.types.ts'
import type { Services } from '../../services.ts'
import { ensureOperator } from '../operator/operator.service.ts'
import { countOpenPoints, findCityRow, findPackFindings, listCityRows, listRevisions } from './console.repository.ts'
import type { ConsoleCity, ConsoleCityDetail } from './console.schemas.ts'

type Asking = { services: Pick<Services, 'operatorLanes' | 'now'>; claims: SessionClaims | null }

const readOnly = { readOnly: true }

export const ensureSignedIn = ({ services, claims }: Asking) =>
  services.operatorLanes.withoutTenant(tx => ensureOperator(tx, claims, services.now()), readOnly)

/**
 * Every city, ended ones too: what is public of it, its figures, and what is open before it may go live. One city after the other,
 * so that a long list never takes the small pool from a colleague.
 */
export const listCities = async ({ operatorLanes }: Pick<Services, 'operatorLanes'>): Promise<ConsoleCity[]> => {
  const cities: ConsoleCity[] = []
  for (const row of await operatorLanes.withoutTenant(listCityRows, readOnly)) {
    cities.push({ ...row, openChecks: await operatorLanes.withTenant(row.id, countOpenPoints, readOnly) })
  }
  return cities
}

export const getCity = async ({ operatorLanes }: Pick<Services, 'operatorLanes'>, tenantId: string): Promise<ConsoleCityDetail> => {
  const row = await operatorLanes.withoutTenant(tx => findCityRow(tx, tenantId), readOnly)
  if (!row) throw new DomainError('city.not_found')
  return operatorLanes.withTenant(
    tenantId,
    async tx => {
      const { checklist, themeNotes } = await findPackFindings(tx)
      return {
        ...row,
        openChecks: checklist.length,
        revisions: await listRevisions(tx),
        checklist: checklist.map(({ file, path, title, source }) => ({ file, path, note: title, source })),
        theme: { notes: themeNotes },
      }
    },
    readOnly,
  )
}

import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { catalogueIn } from '../city/catalogue.service.ts'
import { hashToken } from '../session/token.ts'
import { findReadAccess, findWriteAccess, type Access, type Asker } from './access.rules.ts'
import { findAssessment, findCatalogueOf, lockAssessment, type Assessment } from './check.repository.ts'

export const askerOf = (identity: Identity | null, key: string | undefined): Asker => ({ identity, keyHash: key === undefined ? null : hashToken(key) })

/** Absent, of another city, with a wrong key, without a right: one answer. */
const notFound = () => new DomainError('assessment.not_found')

export const getReadable = async (tx: TenantTx, asker: Asker, id: string): Promise<{ assessment: Assessment; access: Access }> => {
  const assessment = await findAssessment(tx, id)
  const access = assessment && findReadAccess(assessment, asker)
  if (!assessment || !access) throw notFound()
  return { assessment, access }
}

/** Locked until the transaction ends. */
export const getWritable = async (tx: TenantTx, asker: Asker, id: string): Promise<Assessment> => {
  const assessment = await lockAssessment(tx, id)
  if (!assessment || !findWriteAccess(assessment, asker)) throw notFound()
  return assessment
}

/** The questions that this check began with, even where the city's pack has moved on to another edition since. */
export const catalogueOf = async (tx: TenantTx, pack: ResolvedPack, { edition, packRevision }: Assessment): Promise<CheckCatalogue> => {
  const present = catalogueIn(pack, 'de')
  if (present.edition === edition) return present
  return (await findCatalogueOf(tx, packRevision)) ?? present
}

import { useNavigate } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { identityKey } from '../../lib/identity.queries.ts'
import { isOurPage } from '../../lib/server-pages.ts'
import type { Outputs } from '../../lib/trpc.ts'

type Entered = Outputs['identity']['verifyCode']

const homes: Readonly<Record<Entered['home'], string>> = {
  merchant: '/mein-betrieb',
  office: '/buero',
  guide: '/lotse',
  'ex-guide': '/lotse',
  university: '/hochschule',
  auditor: '/konto',
}

const homeOf = ({ home, merchantId }: Entered): string => (home === 'merchant' && merchantId ? `/mein-betrieb/${merchantId}/plan` : homes[home])

/** Only an address of this client: a link must not lead from the sign-in page to a foreign one. */
export const safeReturn = (back: string | null | undefined): string | undefined =>
  back?.startsWith('/') && !back.startsWith('//') && !back.includes('\\') && isOurPage(back) ? back : undefined

/** After signing in: forget what was seen as nobody, then go where one wanted to go. */
export const useWayHome = () => {
  const navigate = useNavigate()
  const client = useQueryClient()
  return async (entered: Entered, back: string | null | undefined): Promise<void> => {
    client.removeQueries({ predicate: query => query.queryKey[0] !== identityKey[0] && query.queryKey[0] !== 'check.catalogue' })
    await client.invalidateQueries({ queryKey: identityKey })
    navigate(safeReturn(back) ?? homeOf(entered), { replace: true })
  }
}

import { useParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import type { ParentComponent } from 'solid-js'
import { useApp } from '../../app/app-context.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { privateFailure } from '../../lib/signed-in.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useCatalogueQuery } from '../check/check.queries.ts'
import { MerchantContext } from './merchant-context.ts'
import { merchantQuery, planQuery } from './merchant.queries.ts'

const Shop: ParentComponent<{ merchantId: string }> = props => {
  const words = useTexts('merchant')
  const { api } = useApp()
  const merchant = useQuery(() => merchantQuery(api, props.merchantId))
  const plan = useQuery(() => ({ ...planQuery(api, props.merchantId), reconcile: 'id' }))
  const catalogue = useCatalogueQuery()
  return (
    <Loaded query={merchant} failed={privateFailure(words.area, () => void merchant.refetch())}>
      {found => (
        <Loaded query={plan} failed={privateFailure(words.area, () => void plan.refetch())}>
          {planned => (
            <Loaded query={catalogue}>
              {catalogued => <MerchantContext.Provider value={{ found, plan: planned, catalogue: catalogued }}>{props.children}</MerchantContext.Provider>}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  )
}

export const MerchantArea: ParentComponent = props => {
  const params = useParams<{ merchantId: string }>()
  return (
    <Show when={params.merchantId} keyed>
      {merchantId => <Shop merchantId={merchantId}>{props.children}</Shop>}
    </Show>
  )
}

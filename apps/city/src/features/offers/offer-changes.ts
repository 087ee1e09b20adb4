import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { useApp } from '../../app/app-context.ts'
import type { Inputs } from '../../lib/trpc.ts'
import { useMerchant } from '../merchant/merchant-context.ts'
import { offersQuery } from './offers.queries.ts'
import type { OwnOffer } from './offers.queries.ts'

const withOne = (list: readonly OwnOffer[], changed: OwnOffer): OwnOffer[] =>
  list.some(({ id }) => id === changed.id) ? list.map(offer => (offer.id === changed.id ? changed : offer)) : [...list, changed]

/** Everything that changes the offers of the shop one is in; each answer takes its place in the list. */
export const useOfferChanges = () => {
  const { api } = useApp()
  const { found } = useMerchant()
  const client = useQueryClient()
  const merchantId = found().merchant.id
  const { queryKey } = offersQuery(api, merchantId)
  const accept = (offer: OwnOffer): void => {
    client.setQueryData(queryKey, (list: OwnOffer[] | undefined) => withOne(list ?? [], offer))
    void client.invalidateQueries({ queryKey: ['offer.partners'] })
  }
  const acceptAll = (list: OwnOffer[]): void => void client.setQueryData(queryKey, list)
  /** A refusal may mean that the office or a colleague was quicker. */
  const reread = (): void => void client.invalidateQueries({ queryKey })
  const acting = <Input>(act: (input: Input) => Promise<OwnOffer>) => useMutation(() => ({ mutationFn: act, onSuccess: accept, onError: reread }))
  return {
    merchantId,
    reread,
    create: acting((input: Omit<Inputs['offer']['create'], 'merchantId'>) => api.offer.create.mutate({ merchantId, ...input })),
    change: acting((input: Inputs['offer']['change']) => api.offer.change.mutate(input)),
    submit: acting((offerId: string) => api.offer.submit.mutate({ offerId })),
    withdraw: acting((offerId: string) => api.offer.withdraw.mutate({ offerId })),
    invite: acting((input: Inputs['offer']['invite']) => api.offer.invite.mutate(input)),
    removePartner: acting((input: Inputs['offer']['removePartner']) => api.offer.removePartner.mutate(input)),
    answer: useMutation(() => ({
      mutationFn: (input: Omit<Inputs['offer']['answer'], 'merchantId'>) => api.offer.answer.mutate({ merchantId, ...input }),
      onSuccess: acceptAll,
      onError: reread,
    })),
  }
}

export type OfferChanges = ReturnType<typeof useOfferChanges>

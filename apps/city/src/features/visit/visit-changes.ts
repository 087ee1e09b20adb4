import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { useApp } from '../../app/app-context.ts'
import type { Inputs } from '../../lib/trpc.ts'

/** Everything that changes visits; afterwards what shows them is read anew, after a refusal too: the other side may have been quicker. */
export const useVisitChanges = () => {
  const { api } = useApp()
  const client = useQueryClient()
  const reread = async (): Promise<void> => {
    await Promise.all([client.invalidateQueries({ queryKey: ['visit.ofCase'] }), client.invalidateQueries({ queryKey: ['visit.agenda'] })])
  }
  const acting = <Input, Output>(act: (input: Input) => Promise<Output>) => useMutation(() => ({ mutationFn: act, onSettled: reread }))
  return {
    propose: acting((input: Inputs['visit']['propose']) => api.visit.propose.mutate(input)),
    offer: acting((input: Inputs['visit']['offer']) => api.visit.offer.mutate(input)),
    confirm: acting((input: Inputs['visit']['confirm']) => api.visit.confirm.mutate(input)),
    cancel: acting((input: Inputs['visit']['cancel']) => api.visit.cancel.mutate(input)),
    miss: acting((visitId: string) => api.visit.miss.mutate({ visitId })),
  }
}

import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useApp } from '../../app/app-context.ts'
import { problemOf } from '../../lib/problem.ts'
import { reading } from '../../lib/queries.ts'
import { brief } from '../../lib/toasts.ts'
import type { Api, Outputs } from '../../lib/trpc.ts'

export type HandoverLine = Outputs['handover']['list'][number]
export type HandoverFile = Outputs['handover']['get']
export type Sheet = HandoverFile['sheet']

export const handoversQuery = (api: Api) => reading('handover.list', api.handover.list.query)()
export const handoverQuery = (api: Api, handoverId: string) => reading('handover.get', api.handover.get.query)({ handoverId })
export const candidatesQuery = (api: Api, handoverId: string) => reading('handover.candidates', api.handover.candidates.query)({ handoverId })

type Act = { send: (api: Api) => Promise<unknown>; said: string }

/** Whatever is done in a handover; afterwards all that is shown of handovers and cases is read again. */
export const useHandoverAct = () => {
  const { api } = useApp()
  const client = useQueryClient()
  const toasts = useToasts()
  const act = useMutation(() => ({
    mutationFn: ({ send }: Act) => send(api),
    onSuccess: async (_answer: unknown, { said }: Act) => {
      await client.invalidateQueries({ predicate: query => /^(handover|mentorship)\./.test(String(query.queryKey[0])) })
      toasts.show({ message: said, ...brief })
    },
  }))
  return {
    run: (one: Act): void => {
      if (!act.isPending) act.mutate(one)
    },
    isPending: () => act.isPending,
    problem: () => (act.isError ? problemOf(act.error) : undefined),
  }
}

import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useApp } from '../../app/app-context.ts'
import { problemOf } from '../../lib/problem.ts'
import type { Api } from '../../lib/trpc.ts'
import { brief } from '../../lib/toasts.ts'

type Act = { send: (api: Api) => Promise<unknown>; said?: string; done?: () => void }

/** Whatever is done in a case: afterwards all that is shown of cases is read again, for one act changes many of it. */
export const useCaseAct = () => {
  const { api } = useApp()
  const client = useQueryClient()
  const toasts = useToasts()
  const act = useMutation(() => ({
    mutationFn: ({ send }: Act) => send(api),
    onSuccess: async (_answer: unknown, { said, done }: Act) => {
      await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith('mentorship.') })
      if (said) toasts.show({ message: said, ...brief })
      done?.()
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

export type CaseAct = ReturnType<typeof useCaseAct>

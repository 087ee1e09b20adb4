import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useApp } from '../app/app-context.ts'
import { problemOf } from './problem.ts'
import { brief } from './toasts.ts'
import type { Api } from './trpc.ts'

export type Act = { send: (api: Api) => Promise<unknown>; said?: string; done?: () => void }

/** Whatever is done where one act changes much of what is shown: afterwards all that is read under these names is read again. A second click waits for the first. */
export const createAct = (areas: readonly string[]) => {
  const { api } = useApp()
  const client = useQueryClient()
  const toasts = useToasts()
  const act = useMutation(() => ({
    mutationFn: ({ send }: Act) => send(api),
    onSuccess: async (_answer: unknown, { said, done }: Act) => {
      await client.invalidateQueries({ predicate: query => areas.some(area => String(query.queryKey[0]).startsWith(`${area}.`)) })
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

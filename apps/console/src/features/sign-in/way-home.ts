import { useNavigate } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'

/** Only a page of the console: a link must not lead from the sign-in page to a foreign one. */
export const safeReturn = (back: string | null | undefined): string => (back && /^\/(staedte\/[\w-]+|\?[^\\]*)?$/.test(back) ? back : '/')

/** After signing in: forget what was seen as nobody, then go where one wanted to go. */
export const useWayHome = () => {
  const navigate = useNavigate()
  const client = useQueryClient()
  return async (back: string | null | undefined): Promise<void> => {
    client.removeQueries({ predicate: query => query.queryKey[0] !== 'operator' })
    await client.invalidateQueries({ queryKey: ['operator'] })
    navigate(safeReturn(back), { replace: true })
  }
}

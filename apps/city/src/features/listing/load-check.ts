import type { Issue } from '../../lib/problem.ts'

type Check = (content: unknown) => Issue[]

let loading: Promise<Check> | undefined

/** Where the check cannot be loaded, as in a tunnel, nothing is held back: the server looks again anyway. */
const load = async (): Promise<Check> => {
  try {
    return (await import('./record-check.ts')).listIssues
  } catch {
    loading = undefined
    return () => []
  }
}

export const loadCheck = (): Promise<Check> => (loading ??= load())

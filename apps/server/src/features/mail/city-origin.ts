import type { Env } from '../../env.ts'
import type { CityEntry } from '../city/city-directory.ts'

/** What links begin with where no request says it, as in a job: the city's first host; with a port only on one's own machine, where no proxy stands before it. */
export const originOf = ({ PUBLIC_SCHEME, DATABASE_URL, PORT }: Pick<Env, 'PUBLIC_SCHEME' | 'DATABASE_URL' | 'PORT'>, { pack }: Pick<CityEntry, 'pack'>): string => {
  const port = DATABASE_URL === undefined && PORT ? `:${PORT}` : ''
  return `${PUBLIC_SCHEME}://${pack.hosts[0] ?? 'localhost'}${port}`
}

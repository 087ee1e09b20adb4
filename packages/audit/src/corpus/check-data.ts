import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { CheckData } from '../check.types.ts'

/** The checks as the framework's data in the repository holds them; for the corpus and tests. The product takes them from its pack. */
export const readCheckData = (): CheckData[] => {
  const file = join(import.meta.dirname, '..', '..', '..', '..', 'tenants', 'framework', 'webchecks.yaml')
  const data: { webChecks: CheckData[] } = parse(readFileSync(file, 'utf8'))
  return data.webChecks
}

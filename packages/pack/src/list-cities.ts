import { readdir } from 'node:fs/promises'

/** The slugs of the cities under `tenants/`: its folders, without the framework and those that start with an underscore, sorted. */
export const listCities = async (tenantsDirectory: string): Promise<string[]> => {
  const entries = await readdir(tenantsDirectory, { withFileTypes: true })
  const folders = entries.filter(entry => entry.isDirectory() && entry.name !== 'framework' && !/^[_.]/.test(entry.name))
  return folders.map(({ name }) => name).sort()
}

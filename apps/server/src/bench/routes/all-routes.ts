import { bareList, bareRow, hello } from './bare.routes.ts'
import type { Route } from './route.ts'

/** Loaded one at a time: a process holds the code of the one route that it serves. */
const loaders: Record<string, () => Promise<Route>> = {
  hello: async () => hello,
  'bare-row': async () => bareRow,
  'bare-list': async () => bareList,
  'naive-row': async () => (await import('./naive.routes.ts')).naiveRow,
  change: async () => (await import('./change.routes.ts')).change,
  'naive-change': async () => (await import('./change.routes.ts')).naiveChange,
  'page-cached': async () => (await import('./page.routes.ts')).cachedPage,
  'page-rendered': async () => (await import('./page.routes.ts')).renderedPage,
  'postgraphile-row': async () => (await import('./postgraphile.routes.ts')).postgraphileRow,
}

export const loadRoute = async (name: string): Promise<Route> => {
  const known = loaders[name]
  if (known) return known()
  if (name.startsWith('directory-')) return (await import('./directory.routes.ts')).directoryRoute(name.slice('directory-'.length))
  const { productRoutes } = await import('./product.routes.ts')
  const route = (productRoutes as Record<string, Route>)[name]
  if (!route) throw new Error(`there is no route ${name}`)
  return route
}

import { readWebBuild } from '../../web-build.ts'
import type { Ground } from '../ground.ts'
import { buildProduct } from './product.routes.ts'
import type { Request, Route } from './route.ts'

const asked = ({ host }: Ground, path: string, expects: string): Request => ({ method: 'GET', path, headers: { host, 'accept-encoding': 'br' }, expects })

/** The start page as everybody gets it: made once, compressed once. */
export const cachedPage: Route = async ground => {
  const { app } = await buildProduct(ground, ground.full)
  return { app, request: asked(ground, '/', '') }
}

/** The same page made anew for each request, by the same server, uncompressed. */
export const renderedPage: Route = async ground => {
  const { app, services } = await buildProduct(ground, ground.full)
  const { pages, publicCss } = await readWebBuild(ground.root)
  app.get('/bench-rendered', async (_request, reply) => {
    const city = await services.cities.find(ground.host)
    if (!city) throw new Error('the city is not there')
    const view = { pack: city.pack, locale: 'de', path: '/', publicCss, origin: `http://${ground.host}`, sample: false, draft: false, indexable: true } as const
    return reply.type('text/html; charset=utf-8').send(pages.renderHome(view))
  })
  return { app, request: asked(ground, '/bench-rendered', '<html') }
}

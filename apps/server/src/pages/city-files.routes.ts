import type { FastifyInstance } from 'fastify'
import type { LogoFile } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import type { CityEntry } from '../features/city/city-directory.ts'
import { themeCss } from '@digitallotsen/pack/theme/theme-css.ts'
import { aMinute, findCity, forGood, type CityAnswer } from './city-answer.ts'
import { cityFilePaths, cityFilesOf } from './city-files.ts'
import { renderIcon } from './icon.ts'
import type { Content } from './page-store.ts'

const logoContent = ({ contentType, base64 }: LogoFile): Content => ({ type: contentType, body: Buffer.from(base64, 'base64') })

const makers: Record<keyof typeof cityFilePaths, (city: CityEntry) => Content | undefined> = {
  theme: ({ pack }) => ({ type: 'text/css; charset=utf-8', body: themeCss(pack.theme) }),
  icon: ({ pack }) => ({ type: 'image/svg+xml', body: renderIcon(pack) }),
  logoLight: ({ pack }) => pack.brand.logo === null ? undefined : logoContent(pack.brand.logo.light),
  logoDark: ({ pack }) => pack.brand.logo === null ? undefined : logoContent(pack.brand.logo.dark),
}

const currentAddresses = ({ pack }: CityEntry): readonly string[] => {
  const { theme, icon, logo } = cityFilesOf(pack)
  return logo ? [theme, icon, logo.light, logo.dark] : [theme, icon]
}

/** Colours, sign and logo of a city; kept for good under the address with the version that the pages name, else for a minute. */
export const registerCityFiles = (app: FastifyInstance, answer: CityAnswer): void => {
  for (const [name, path] of Object.entries(cityFilePaths) as [keyof typeof cityFilePaths, string][]) {
    app.get(path, async (request, reply) => {
      const city = findCity(request)
      const content = city && makers[name](city)
      if (!city || !content) return reply.callNotFound()
      const cacheControl = currentAddresses(city).includes(request.url) ? forGood : aMinute
      return answer(request, reply, city, { key: ['file', name], cacheControl, make: () => content })
    })
  }
}

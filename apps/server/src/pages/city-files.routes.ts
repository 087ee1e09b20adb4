import type { FastifyInstance } from 'fastify'
import type { LogoFile } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import type { CityEntry } from '../features/city/city-directory.ts'
import { themeCss } from '@digitallotsen/pack/theme/theme-css.ts'
import { aMinute, findCity, forGood, type CityAnswer } from './city-answer.ts'
import { cityFilePaths, cityFilesOf } from './city-files.ts'
import { renderIcon } from './icon.ts'
import type { Content } from './page-store.ts'

type File = Pick<Content, 'type' | 'body'>

const logoContent = ({ contentType, base64 }: LogoFile): File => ({ type: contentType, body: Buffer.from(base64, 'base64') })

const findMaker = (name: keyof typeof cityFilePaths, { pack }: CityEntry): (() => File) | undefined => {
  const { logo } = pack.brand
  const makers = {
    theme: () => ({ type: 'text/css; charset=utf-8', body: themeCss(pack.theme) }),
    icon: () => ({ type: 'image/svg+xml', body: renderIcon(pack) }),
    logoLight: logo ? () => logoContent(logo.light) : undefined,
    logoDark: logo ? () => logoContent(logo.dark) : undefined,
  }
  return makers[name]
}

const currentAddresses = ({ pack }: CityEntry): readonly string[] => {
  const { theme, icon, logo } = cityFilesOf(pack)
  return logo ? [theme, icon, logo.light, logo.dark] : [theme, icon]
}

/** Colours, sign and logo of a city; kept for good under the address with the version that the pages name, else for a minute. */
export const registerCityFiles = (app: FastifyInstance, answer: CityAnswer): void => {
  for (const [name, path] of Object.entries(cityFilePaths) as [keyof typeof cityFilePaths, string][]) {
    app.get(path, (request, reply) => {
      const city = findCity(request)
      const make = city && findMaker(name, city)
      if (!city || !make) return void reply.callNotFound()
      const cacheControl = currentAddresses(city).includes(request.url) ? forGood : aMinute
      return answer(request, reply, city, { key: `file ${name} ${cacheControl}`, make: () => ({ ...make(), cacheControl }) })
    })
  }
}

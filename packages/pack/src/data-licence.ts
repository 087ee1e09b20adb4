import { z } from 'zod'

/** Licences that open data of German cities come under, each with the page that explains it. */
const pages = {
  'CC BY 4.0': 'https://creativecommons.org/licenses/by/4.0/deed.de',
  'CC0 1.0': 'https://creativecommons.org/publicdomain/zero/1.0/deed.de',
  'DL-DE BY 2.0': 'https://www.govdata.de/dl-de/by-2-0',
  'DL-DE Zero 2.0': 'https://www.govdata.de/dl-de/zero-2-0',
} as const

export const dataLicenceName = z.enum(Object.keys(pages) as [keyof typeof pages, ...(keyof typeof pages)[]])

/** `confirmed`: the city itself has decided so. */
export const dataLicence = z.strictObject({ name: dataLicenceName, confirmed: z.boolean() })

type DataLicence = z.output<typeof dataLicence>

const proposed: DataLicence = { name: 'CC BY 4.0', confirmed: false }

/** Under which licence the city's directory is open data, with the page that explains it: our proposal, unconfirmed, where the pack names none. */
export const dataLicenceOf = ({ platform }: { platform: { dataLicence?: DataLicence | undefined } }): DataLicence & { url: string } => {
  const licence = platform.dataLicence ?? proposed
  return { ...licence, url: pages[licence.name] }
}

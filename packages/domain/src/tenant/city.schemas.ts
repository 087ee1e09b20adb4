import * as z from 'zod/mini'
import { locale } from '../text.schemas.ts'

export const district = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Place in the city's centre hierarchy, e.g. "Hauptzentrum". */
  tier: z.nullable(z.string()),
  lat: z.number(),
  lon: z.number(),
  /** Metres; districts without an outline are drawn as circles. */
  radius: z.number(),
  /** Postcodes that lie wholly in this district, as far as known. */
  postcodes: z.array(z.string()),
})

export const contact = z.strictObject({
  organisation: z.string(),
  person: z.nullable(z.string()),
  role: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  email: z.nullable(z.string()),
  address: z.nullable(z.string()),
  hours: z.nullable(z.string()),
})

/** What a city's client needs to draw itself; public knowledge, no row of any person. */
export const city = z.strictObject({
  slug: z.string(),
  name: z.string(),
  programme: z.string(),
  claim: z.nullable(z.string()),
  locales: z.array(locale),
  districts: z.array(district),
  postcodes: z.array(z.string()),
  contact,
  sample: z.boolean(),
})

export type District = z.output<typeof district>
export type Contact = z.output<typeof contact>
export type City = z.output<typeof city>

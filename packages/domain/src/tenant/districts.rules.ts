import type { District } from './city.schemas.ts'

/** The one district that this postcode lies in; undefined where none or several claim it, since then the person chooses. */
export const suggestDistrict = <D extends Pick<District, 'id' | 'postcodes'>>(districts: readonly D[], postcode: string): D | undefined => {
  const [first, ...others] = districts.filter(district => district.postcodes.includes(postcode))
  return others.length === 0 ? first : undefined
}

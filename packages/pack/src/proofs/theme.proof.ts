import fc from 'fast-check'
import { deriveTheme, type BrandColours } from '../theme/derive-theme.ts'
import { contrastRequirements } from '../theme/theme-requirements.ts'
import { hexColour, themeRadius, themeStrategy, themeTokens, type Scheme } from '../theme/theme.schemas.ts'

export interface ThemeProof {
  proof: 'theme'
  seed: number
  /** Derived schemes: two (light, dark) for each brand. */
  schemes: number
  failures: number
  /** The first few failures in words. */
  examples: string[]
  /** Failures among the same brands with their raw colour as action; must not be 0, or the check is blind. */
  control: number
  verdict: 'holds' | 'broken'
}

const hex = fc.integer({ min: 0, max: 0xffffff }).map(value => `#${value.toString(16).padStart(6, '0').toUpperCase()}`)

/** Random brands: any colour, an accent or none, both strategies. */
export const brandColours: fc.Arbitrary<BrandColours> = fc.record({
  color: hex,
  accent: fc.option(hex),
  strategy: fc.constantFrom(...themeStrategy.options),
  radius: fc.constantFrom(...themeRadius.options),
})

/** Derives themes from random brands and measures every required contrast anew, by a formula of its own on the emitted hex.
 *  Short: 2,000 brands; long: 100,000 brands, that is 200,000 schemes. */
export const run = async ({ long, seed }: { long: boolean; seed: number }): Promise<ThemeProof> => {
  const brands = fc.sample(brandColours, { seed, numRuns: long ? 100_000 : 2_000 })
  const examples: string[] = []
  let [failures, control] = [0, 0]
  for (const brand of brands) {
    const theme = deriveTheme(brand)
    const found = [...schemeFailures(theme.light), ...schemeFailures(theme.dark)]
    failures += found.length
    if (examples.length < 5) examples.push(...found.slice(0, 1).map(failure => `${JSON.stringify(brand)}: ${failure}`))
    control += schemeFailures({ ...theme.light, action: brand.color }).length
  }
  const verdict = failures === 0 && control > 0 ? 'holds' : 'broken'
  return { proof: 'theme', seed, schemes: brands.length * 2, failures, examples, control, verdict }
}

/** Every required contrast a scheme misses, and every token that is no colour. */
export const schemeFailures = (scheme: Scheme): string[] => [
  ...themeTokens.filter(token => !hexColour.safeParse(scheme[token]).success).map(token => `${token} is no colour`),
  ...contrastRequirements
    .map(({ ink, surface, ratio }) => ({ ink, surface, ratio, reached: wcagRatio(scheme[ink], scheme[surface]) }))
    .filter(({ reached, ratio }) => !(reached >= ratio))
    .map(({ ink, surface, ratio, reached }) => `${ink} ${scheme[ink]} on ${surface} ${scheme[surface]}: ${reached.toFixed(3)} < ${ratio}`),
]

/** WCAG 2.2 relative luminance and contrast, written out so that the proof does not lean on the library it checks. */
const wcagRatio = (a: string, b: string): number => {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

const luminance = (colour: string): number => 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5)

const channel = (colour: string, at: number): number => {
  const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brandColours, run, schemeFailures } from '../proofs/theme.proof.ts'
import { toneOf } from './colour.ts'
import { deriveTheme, type BrandColours } from './derive-theme.ts'
import { theme as themeSchema } from './theme.schemas.ts'

const brand = (color: string, more: Partial<BrandColours> = {}): BrandColours => ({ color, accent: null, strategy: 'tint', radius: 'small', ...more })

describe('a theme', () => {
  it('keeps every required contrast for 2,000 random brands, and the check sees raw colours fail', { timeout: 60_000 }, async () => {
    const proof = await run({ long: false, seed: 20_261_124 })
    expect(proof).toMatchObject({ schemes: 4_000, failures: 0, examples: [], verdict: 'holds' })
    expect(proof.control).toBeGreaterThan(1_000)
  })

  it('keeps its schema and the hue of its brand', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(brandColours, colours => {
        const theme = deriveTheme(colours)
        themeSchema.parse(theme)
        const [given, action] = [toneOf(colours.color), toneOf(theme.light.action)]
        if (given.c < 0.03 || action.c < 0.03) return
        const turn = Math.abs(given.h - action.h) % 360
        expect(Math.min(turn, 360 - turn)).toBeLessThan(10)
      }),
      { seed: 20_261_124, numRuns: 300 },
    )
  })

  it('uses a readable brand colour as it is and says nothing of it', () => {
    const theme = deriveTheme(brand('#005CA9'))
    expect(theme.light.action).toBe('#005CA9')
    expect(theme.notes.filter(({ scheme }) => scheme === 'light')).toEqual([])
  })

  it('says what it changed for readability', () => {
    const { notes, light } = deriveTheme(brand('#FFD500'))
    expect(notes[0]?.message).toBe(`Ihre Farbe wurde für Lesbarkeit angepasst: #FFD500 → ${light.action}, Kontrast 4,5:1. Wirkt sie trüb, wählen Sie „strategy: neutral“`)
  })

  it('with the neutral strategy acts near black and near white, whatever the brand', () => {
    const theme = deriveTheme(brand('#FFD500', { strategy: 'neutral' }))
    expect(toneOf(theme.light.action).l).toBeLessThan(0.3)
    expect(toneOf(theme.dark.action).l).toBeGreaterThan(0.85)
    expect(theme.light.brand).toBe('#FFD500')
  })

  it.each(['#000000', '#FFFFFF', '#808080'])('stands without a hue: %s', color => {
    const { light, dark } = deriveTheme(brand(color))
    expect([...schemeFailures(light), ...schemeFailures(dark)]).toEqual([])
    expect(light['action-hover']).not.toBe(light.action)
    expect(dark['action-hover']).not.toBe(dark.action)
  })
})

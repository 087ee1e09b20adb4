import { toneOf } from './colour.ts'
import type { BrandColours } from './derive-theme.ts'
import type { Scheme, SchemeName, ThemeNote } from './theme.schemas.ts'

type LeastContrast = (token: 'action' | 'accent', soft: 'action-soft' | 'accent-soft') => number

/** One note for each brand colour that had to change to stay readable; none where it is used as given. */
export const brandNotes = (brand: BrandColours, scheme: SchemeName, derived: Scheme, least: LeastContrast): ThemeNote[] => {
  const given = { action: brand.color.toUpperCase(), accent: (brand.accent ?? brand.color).toUpperCase() }
  const tokens = brand.accent === null ? (['action'] as const) : (['action', 'accent'] as const)
  return tokens
    .filter(token => derived[token] !== given[token])
    .map(token => {
      const change = { scheme, token, from: given[token], to: derived[token], contrast: Math.floor(least(token, `${token}-soft`) * 10) / 10 }
      return { ...change, message: message(change, brand) }
    })
}

const where = { light: '', dark: ' in der dunklen Ansicht' } as const

const message = ({ scheme, token, from, to, contrast }: Omit<ThemeNote, 'message'>, brand: BrandColours) => {
  const figures = `${from} → ${to}, Kontrast ${contrast.toFixed(1).replace('.', ',')}:1`
  if (token === 'accent') return `Ihre zweite Farbe wurde${where[scheme]} für Lesbarkeit angepasst: ${figures}`
  if (brand.strategy === 'neutral') return `Schaltflächen sind${where[scheme]} neutral, Ihre Farbe schmückt: ${figures}`
  const advice = scheme === 'light' && toneOf(from).l > 0.8 ? '. Wirkt sie trüb, wählen Sie „strategy: neutral“' : ''
  return `Ihre Farbe wurde${where[scheme]} für Lesbarkeit angepasst: ${figures}${advice}`
}

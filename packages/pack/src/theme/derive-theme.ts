import { contrast, hexOf, leastContrast, toneOf, type Tone } from './colour.ts'
import { findReadable } from './find-readable.ts'
import type { Scheme, SchemeName, Theme, ThemeNote, ThemeRadius, ThemeStrategy } from './theme.schemas.ts'
import { brandNotes } from './theme-notes.ts'

export interface BrandColours {
  /** Six-digit hex; the raw brand colour. */
  color: string
  /** Second colour of the brand; the brand colour itself where there is none. */
  accent: string | null
  strategy: ThemeStrategy
  radius: ThemeRadius
}

/** Lightness and chroma of everything that does not depend on reading; the hue comes from the brand. */
const grounds = {
  light: { page: [0.985, 0.006], raised: [1, 0], sunken: [0.958, 0.01], brand: [0.93, 0.045], soft: [0.945, 0.04], border: [0.87, 0.015] },
  dark: { page: [0.18, 0.012], raised: [0.225, 0.014], sunken: [0.15, 0.01], brand: [0.27, 0.055], soft: [0.28, 0.05], border: [0.36, 0.02] },
} as const

/** Lightness wished for inks; the search starts here and moves only as far as reading needs. */
const inks = {
  light: { text: 0.22, muted: 0.46, strong: 0.62, status: 0.53, neutral: 0.24 },
  dark: { text: 0.95, muted: 0.76, strong: 0.6, status: 0.78, neutral: 0.93 },
} as const

const statusHues = { success: 150, warning: 70, danger: 25 } as const
const statusChroma = 0.14

/** WCAG ratios that hold for every brand colour; `requirements` in theme-requirements.ts says on which surfaces. */
const ratios = { text: 7, ink: 4.5, edge: 3 } as const

/** Derives every colour token for light and dark from the brand; the contrast of each emitted pair holds for any brand colour.
 *  Says in `notes` what had to be changed. Refuses a colour that cannot be parsed. */
export const deriveTheme = (brand: BrandColours): Theme => {
  const light = deriveScheme(brand, 'light')
  const dark = deriveScheme(brand, 'dark')
  return { strategy: brand.strategy, radius: brand.radius, light, dark, notes: [...notesFor(brand, 'light', light), ...notesFor(brand, 'dark', dark)] }
}

const deriveScheme = (brand: BrandColours, scheme: SchemeName): Scheme => {
  const base = toneOf(brand.color)
  const second = toneOf(brand.accent ?? brand.color)
  const ground = (name: keyof (typeof grounds)['light'], tone: Tone) => groundColour(scheme, name, tone)
  const surfaces = { page: ground('page', base), raised: ground('raised', base), sunken: ground('sunken', base), brand: ground('brand', base) }
  const all = Object.values(surfaces)
  const soft = {
    action: ground('soft', base),
    accent: ground('soft', second),
    success: ground('soft', status('success')),
    warning: ground('soft', status('warning')),
    danger: ground('soft', status('danger')),
  }
  const softs = Object.values(soft)
  const ink = (wish: Tone, own: readonly string[] = []) => findReadable(wish, [...all, ...own], ratios.ink, scheme)
  const statusInk = (name: keyof typeof statusHues) => ink({ ...status(name), l: inks[scheme].status }, [soft[name]])

  const text = findReadable({ l: inks[scheme].text, c: Math.min(base.c, 0.02), h: base.h }, [...all, ...softs], ratios.text, scheme)
  const action = ink(actionWish(brand.strategy, base, scheme), [soft.action])
  const onAction = textOnAction(action, scheme, surfaces)
  return {
    'surface-page': surfaces.page,
    'surface-raised': surfaces.raised,
    'surface-sunken': surfaces.sunken,
    'surface-brand': surfaces.brand,
    text,
    'text-muted': ink({ l: inks[scheme].muted, c: Math.min(base.c, 0.03), h: base.h }, softs),
    'text-on-action': onAction,
    'text-on-brand': findReadable({ l: inks[scheme].text, c: Math.min(base.c, 0.05), h: base.h }, [surfaces.brand], ratios.text, scheme),
    action,
    'action-hover': hoverOf(action, onAction, scheme),
    'action-soft': soft.action,
    accent: ink(second, [soft.accent]),
    'accent-soft': soft.accent,
    link: ink(actionWish(brand.strategy, base, scheme), softs),
    border: ground('border', base),
    'border-strong': findReadable({ l: inks[scheme].strong, c: Math.min(base.c, 0.03), h: base.h }, [...all, ...softs], ratios.edge, scheme),
    focus: findReadable(toneOf(action), [...all, ...softs], ratios.edge, scheme),
    success: statusInk('success'),
    'success-soft': soft.success,
    warning: statusInk('warning'),
    'warning-soft': soft.warning,
    danger: statusInk('danger'),
    'danger-soft': soft.danger,
    brand: brand.color.toUpperCase(),
  }
}

const status = (name: keyof typeof statusHues): Tone => ({ l: 0, c: statusChroma, h: statusHues[name] })

/** A surface takes the hue of its tone and never more chroma than the tone has. */
const groundColour = (scheme: SchemeName, name: keyof (typeof grounds)['light'], tone: Tone) => {
  const [l, c] = grounds[scheme][name]
  return hexOf({ l, c: Math.min(c, tone.c), h: tone.h })
}

/** `tint` acts in the brand's own colour; `neutral` keeps actions near black (near white in the dark) and the brand as decoration. */
const actionWish = (strategy: ThemeStrategy, base: Tone, scheme: SchemeName): Tone =>
  strategy === 'tint' ? base : { l: inks[scheme].neutral, c: Math.min(base.c, 0.03), h: base.h }

const textOnAction = (action: string, scheme: SchemeName, surfaces: { raised: string; sunken: string }) => {
  const usual = scheme === 'light' ? surfaces.raised : surfaces.sunken
  return contrast(usual, action) >= ratios.ink ? usual : scheme === 'light' ? '#FFFFFF' : '#000000'
}

/** A visible step away from the action's colour that its text still stands: further from the text, or towards it where there is no room. */
const hoverOf = (action: string, onAction: string, scheme: SchemeName) => {
  const tone = toneOf(action)
  const wishes = (scheme === 'light' ? [-0.07, 0.2] : [0.06, -0.06]).map(step => tone.l + step).filter(l => l >= 0.05 && l <= 0.97)
  const fitting = wishes.map(l => hexOf({ ...tone, l })).find(hex => contrast(hex, onAction) >= ratios.ink)
  return fitting ?? action
}

const notesFor = (brand: BrandColours, scheme: SchemeName, derived: Scheme): ThemeNote[] =>
  brandNotes(brand, scheme, derived, (token, soft) =>
    leastContrast(derived[token], [derived['surface-page'], derived['surface-raised'], derived['surface-sunken'], derived['surface-brand'], derived[soft]]),
  )

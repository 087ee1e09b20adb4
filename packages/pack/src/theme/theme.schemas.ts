import { z } from 'zod'

/** CSS custom properties every stylesheet may use, without the leading dashes; pack-independent. */
export const themeTokens = [
  'surface-page',
  'surface-raised',
  'surface-sunken',
  'surface-brand',
  'text',
  'text-muted',
  'text-on-action',
  'text-on-brand',
  'action',
  'action-hover',
  'action-soft',
  'accent',
  'accent-soft',
  'link',
  'border',
  'border-strong',
  'focus',
  'success',
  'success-soft',
  'warning',
  'warning-soft',
  'danger',
  'danger-soft',
  'brand',
] as const

const themeToken = z.enum(themeTokens)
const schemeName = z.enum(['light', 'dark'])
export const themeStrategy = z.enum(['tint', 'neutral'])
export const themeRadius = z.enum(['none', 'small', 'large'])

/** Six-digit sRGB colour in capitals, e.g. #1A2B3C. */
export const hexColour = z.string().regex(/^#[0-9A-F]{6}$/)

/** One colour per token. */
export const scheme = z.record(themeToken, hexColour)

/** Says in German what was adjusted so that the city's colour stays readable. */
const themeNote = z.strictObject({
  scheme: schemeName,
  token: themeToken,
  from: hexColour,
  to: hexColour,
  /** WCAG contrast of `to` against the least favourable surface it is used on. */
  contrast: z.number(),
  message: z.string().max(300),
})

export const theme = z.strictObject({
  strategy: themeStrategy,
  radius: themeRadius,
  light: scheme,
  dark: scheme,
  notes: z.array(themeNote).max(100),
})

export type ThemeToken = z.output<typeof themeToken>
export type SchemeName = z.output<typeof schemeName>
export type ThemeStrategy = z.output<typeof themeStrategy>
export type ThemeRadius = z.output<typeof themeRadius>
export type Scheme = z.output<typeof scheme>
export type ThemeNote = z.output<typeof themeNote>
export type Theme = z.output<typeof theme>

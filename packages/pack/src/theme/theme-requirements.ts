import type { ThemeToken } from './theme.schemas.ts'

export interface ContrastRequirement {
  ink: ThemeToken
  surface: ThemeToken
  ratio: number
}

const surfaces = ['surface-page', 'surface-raised', 'surface-sunken', 'surface-brand'] as const
const softs = ['action-soft', 'accent-soft', 'success-soft', 'warning-soft', 'danger-soft'] as const

const on = (ink: ThemeToken, grounds: readonly ThemeToken[], ratio: number): ContrastRequirement[] => grounds.map(surface => ({ ink, surface, ratio }))

/** Which contrast each ink must have on which surface, in either scheme: WCAG 2.2 AA, AAA for running text. */
export const contrastRequirements: readonly ContrastRequirement[] = [
  ...on('text', [...surfaces, ...softs], 7),
  ...on('text-on-brand', ['surface-brand'], 7),
  ...on('text-muted', [...surfaces, ...softs], 4.5),
  ...on('link', [...surfaces, ...softs], 4.5),
  ...on('text-on-action', ['action', 'action-hover'], 4.5),
  ...(['action', 'accent', 'success', 'warning', 'danger'] as const).flatMap(ink => on(ink, [...surfaces, `${ink}-soft`], 4.5)),
  ...on('border-strong', [...surfaces, ...softs], 3),
  ...on('focus', [...surfaces, ...softs], 3),
]

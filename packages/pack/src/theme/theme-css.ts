import { themeTokens, type Scheme, type Theme, type ThemeToken } from './theme.schemas.ts'

const radii = { none: '0', small: '6px', large: '14px' } as const

/** With forced colours the person's own palette counts: every token becomes a system colour. */
const systemColours: Record<ThemeToken, string> = {
  'surface-page': 'Canvas',
  'surface-raised': 'Canvas',
  'surface-sunken': 'Canvas',
  'surface-brand': 'Canvas',
  text: 'CanvasText',
  'text-muted': 'CanvasText',
  'text-on-action': 'ButtonFace',
  'text-on-brand': 'CanvasText',
  action: 'ButtonText',
  'action-hover': 'ButtonText',
  'action-soft': 'Canvas',
  accent: 'CanvasText',
  'accent-soft': 'Canvas',
  link: 'LinkText',
  border: 'CanvasText',
  'border-strong': 'CanvasText',
  focus: 'Highlight',
  success: 'CanvasText',
  'success-soft': 'Canvas',
  warning: 'CanvasText',
  'warning-soft': 'Canvas',
  danger: 'CanvasText',
  'danger-soft': 'Canvas',
  brand: 'CanvasText',
}

/** The theme as a stylesheet of custom properties: the system's preference, overruled by `data-theme` on the root,
 *  overruled by forced colours. Holds nothing but colours from the theme and fixed words, so it cannot carry foreign CSS. */
export const themeCss = (theme: Theme): string =>
  [
    `:root{color-scheme:light dark;--radius:${radii[theme.radius]};${declarations(theme.light)}}`,
    `@media (prefers-color-scheme:dark){:root{${declarations(theme.dark)}}}`,
    `:root[data-theme=light]{color-scheme:light;${declarations(theme.light)}}`,
    `:root[data-theme=dark]{color-scheme:dark;${declarations(theme.dark)}}`,
    `@media (forced-colors:active){:root,:root[data-theme]{${declarations(systemColours)}}}`,
  ].join('\n')

const declarations = (colours: Scheme | Record<ThemeToken, string>) => themeTokens.map(token => `--${token}:${colours[token]}`).join(';')

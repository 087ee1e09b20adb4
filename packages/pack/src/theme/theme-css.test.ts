import { expect, it } from 'vitest'
import { deriveTheme } from './derive-theme.ts'
import { themeCss } from './theme-css.ts'
import { themeTokens } from './theme.schemas.ts'

const css = themeCss(deriveTheme({ color: '#005CA9', accent: '#76B82A', strategy: 'tint', radius: 'large' }))

it('a stylesheet follows the system, then the choice on the root, then forced colours', () => {
  expect(css.split('\n').map(line => line.slice(0, line.indexOf('{')))).toEqual([
    ':root',
    '@media (prefers-color-scheme:dark)',
    ':root[data-theme=light]',
    ':root[data-theme=dark]',
    '@media (forced-colors:active)',
  ])
})

it('every rule sets every token', () => {
  for (const line of css.split('\n')) {
    for (const token of themeTokens) expect(line).toContain(`--${token}:`)
  }
  expect(css).toContain('--radius:14px')
})

it('forced colours are the system’s only', () => {
  expect(css.split('\n').at(-1)).not.toMatch(/#[0-9A-F]{6}/)
})

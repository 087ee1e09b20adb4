import { describe, expect, it } from 'vitest'
import { readLogo } from './logo.ts'

const svg = (inside: string, attributes = '') => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"${attributes}>${inside}</svg>`
const message = (content: string, file = 'logo.svg') => {
  const result = readLogo(file, content)
  return result.ok ? undefined : result.message
}

describe('a logo', () => {
  it('of shapes and gradients is taken', () => {
    expect(message(`<?xml version="1.0"?><!-- Stadt -->${svg('<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs><g fill="url(#g)"><path d="M0 0h10"/><text x="1" font-size="3">Stadt &amp; Land</text></g>')}`)).toBeUndefined()
  })

  it.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['an event', svg('<path d="M0 0" onload="alert(1)"/>')],
    ['an event on the root', svg('', ' onload="alert(1)"')],
    ['a link', svg('<a href="https://example.org"><path d="M0 0"/></a>')],
    ['a foreign object', svg('<foreignObject><body/></foreignObject>')],
    ['a use of another file', svg('<use href="https://example.org/x.svg#a"/>')],
    ['an image', svg('<image href="data:image/png;base64,AA"/>')],
    ['a style sheet', svg('<style>@import url(https://example.org)</style>')],
    ['a style attribute', svg('<path d="M0 0" style="fill:url(https://example.org)"/>')],
    ['a foreign fill', svg('<path d="M0 0" fill="url(https://example.org/x.svg#a)"/>')],
    ['an entity', `<!DOCTYPE svg [<!ENTITY x "y">]>${svg('&x;')}`],
    ['something that is no SVG', '<html></html>'],
  ])('with %s is refused', (_name, content) => {
    expect(message(content)).toMatch(/als reine Zeichnung\.$/)
  })

  it('is refused above 64 kB and where the content belies the name', () => {
    expect(message(svg('x'.repeat(70_000)))).toMatch(/größer als 64 kB/)
    expect(message(Buffer.from('no picture').toString('base64'), 'logo.png')).toMatch(/kein Bild der Art/)
    expect(message(Buffer.from('89504e470d0a1a0a00', 'hex').toString('base64'), 'logo.png')).toBeUndefined()
    expect(message(Buffer.from('89504e470d0a1a0a00', 'hex').toString('base64'), 'logo.webp')).toMatch(/kein Bild der Art/)
  })
})

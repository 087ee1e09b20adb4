import { expect, it } from 'vitest'
import { readSiteAddress } from './site-address.rules.ts'

it.each([
  ['blumen-muster.de', 'blumen-muster.de'],
  ['www.Blumen-Muster.de', 'blumen-muster.de'],
  ['  https://www.blumen-muster.de/start?x=1 ', 'blumen-muster.de'],
  ['HTTP://blumen-muster.de.', 'blumen-muster.de'],
  ['blümchen.de', 'xn--blmchen-o2a.de'],
  ['laden.localhost:4100', 'laden.localhost:4100'],
  ['http://laden.localhost:4100/', 'laden.localhost:4100'],
])('„%s“ is a website of %s', (text, host) => {
  expect(readSiteAddress(text)).toEqual({ entered: text.trim(), host })
})

it.each(['', 'blumen', 'ftp://blumen.de', 'mailto:laden@blumen.de', 'laden@blumen.de', 'https://ich:geheim@blumen.de', 'javascript:alert(1)', 'http://', 'https://.de', 'https://a..de', 'http://[::1]/'])(
  '„%s“ is none',
  text => expect(readSiteAddress(text)).toBeUndefined(),
)

import { expect, test } from 'vitest'
import { holdsSecret } from './secret-signs.rules.ts'

test.each([
  'Passwort: sommer2026', 'Das Kennwort lautet Blume7', 'PIN 1234', 'Pin: 0815', 'api_key=sk_live_abcdef', 'pw: geheim!', 'Passwort ist hallo99',
  'Router: Xk29dLpq88Zw1', 'PASSWORT = „Rose12“', 'Token: a1b2c3d4', 'Der Code 482913 kam per SMS',
])('a secret is recognised: %s', text => expect(holdsSecret(text)).toBe(true))

test.each([
  'Zugang liegt bei: Frau Muster', 'Passwort liegt bei der Chefin', 'Das Passwort ist vergessen, neu anfordern', 'Passwort ändern und aufschreiben', 'Telefon 02323 123456',
  'Öffnungszeiten 9–18 Uhr, Samstag bis 14 Uhr', 'https://www.Blumen-Muster12.de/Kontakt2026', 'E-Mail: Laden2026Mitte@example.org', 'Übergabe am 2026-12-01, dann Wiedervorlage',
  'Rechnungsnummer 20261125', 'Passwort: liegt im Tresor', 'Digitalisierungsstrategieworkshop 2026',
])('an honest note passes: %s', text => expect(holdsSecret(text)).toBe(false))

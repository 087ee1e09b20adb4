import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviceLabel } from './device.rules.ts'

const mozilla = 'Mozilla/5.0'
const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

describe('the label of a device', () => {
  it.each([
    [`${mozilla} (Linux; Android 10; K) ${webkit} Chrome/139.0.0.0 Mobile Safari/537.36`, 'Chrome auf Android'],
    [`${mozilla} (Windows NT 10.0; Win64; x64) ${webkit} Chrome/139.0.0.0 Safari/537.36`, 'Chrome auf Windows'],
    [`${mozilla} (Windows NT 10.0; Win64; x64) ${webkit} Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0`, 'Edge auf Windows'],
    [`${mozilla} (Windows NT 10.0; Win64; x64) ${webkit} Chrome/130.0.0.0 Safari/537.36 OPR/115.0.0.0`, 'Opera auf Windows'],
    [`${mozilla} (Linux; Android 14; SM-A546B) ${webkit} SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36`, 'Samsung Internet auf Android'],
    [`${mozilla} (Android 14; Mobile; rv:141.0) Gecko/141.0 Firefox/141.0`, 'Firefox auf Android'],
    [`${mozilla} (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0`, 'Firefox auf Linux'],
    [`${mozilla} (X11; CrOS x86_64 14541.0.0) ${webkit} Chrome/139.0.0.0 Safari/537.36`, 'Chrome auf ChromeOS'],
    [`${mozilla} (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1`, 'Safari auf iPhone'],
    [`${mozilla} (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/139.0.7258.76 Mobile/15E148 Safari/604.1`, 'Chrome auf iPhone'],
    [`${mozilla} (iPad; CPU OS 16_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.7 Mobile/15E148 Safari/604.1`, 'Safari auf iPad'],
    [`${mozilla} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15`, 'Safari auf macOS'],
    [`${mozilla} (Linux; Android 14) Something/1.0`, 'Browser auf Android'],
    ['Firefox/141.0', 'Firefox'],
    ['curl/8.5.0', 'Unbekanntes Gerät'],
    ['', 'Unbekanntes Gerät'],
    [undefined, 'Unbekanntes Gerät'],
  ])('of %j is %s', (userAgent, label) => {
    expect(deviceLabel(userAgent)).toBe(label)
  })

  it('can be English', () => {
    expect(deviceLabel('Mozilla/5.0 (Linux; Android 10; K) Chrome/139.0.0.0', 'en')).toBe('Chrome on Android')
    expect(deviceLabel(undefined, 'en')).toBe('Unknown device')
  })

  it('passes on nothing that the client wrote, and stays short', () => {
    const parts = fc.constantFrom('Chrome/', 'Firefox/', 'Android', 'Windows', '<script>', '"', '\r\n', 'Version/1 ', 'Safari/')
    const userAgent = fc.array(fc.oneof(parts, fc.string({ unit: 'binary' })), { maxLength: 30 }).map(all => all.join(' '))
    fc.assert(fc.property(userAgent, typed => {
      expect(deviceLabel(typed)).toMatch(/^[A-Za-zä ]{1,40}$/)
    }))
    expect(deviceLabel(`${'x'.repeat(600)} Chrome/139 Android`)).toBe('Unbekanntes Gerät')
  })
})

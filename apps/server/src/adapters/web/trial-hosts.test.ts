import { expect, it } from 'vitest'
import { readEnv } from '../../env.ts'
import { openWebReader } from './open-web-reader.ts'

it('a trial site is a name under localhost with a port', () => {
  expect(readEnv({ AUDIT_TRIAL_HOSTS: 'laden.localhost:4100, localhost:4101' }).AUDIT_TRIAL_HOSTS).toEqual(['laden.localhost:4100', 'localhost:4101'])
})

it.each(['laden.localhost', 'www.musterladen.de:4100', '10.0.0.1:4100', '127.0.0.1:4100', 'localhost:80', 'localhost:99999', 'localhost.musterladen.de:4100', 'localhost:4100/pfad', '*:4100'])(
  '%s is none, and the start says so',
  text => {
    expect(() => readEnv({ AUDIT_TRIAL_HOSTS: text })).toThrow(/AUDIT_TRIAL_HOSTS: .*localhost mit Port/)
  },
)

it.each([
  ['with a database of one’s own', { DATABASE_URL: 'postgres://a@b/c' }],
  ['with public addresses', { PUBLIC_SCHEME: 'https' }],
])('%s the start is refused as soon as a trial site is named', (_what, settings) => {
  expect(() => readEnv({ ...settings, AUDIT_TRIAL_HOSTS: 'laden.localhost:4100' })).toThrow(/AUDIT_TRIAL_HOSTS gilt nur beim Ausprobieren/)
  expect(() => readEnv(settings)).not.toThrow()
})

it('the reader refuses such settings also from who did not read them', () => {
  expect(() => openWebReader({ AUDIT_TRIAL_HOSTS: ['laden.localhost:4100'], DATABASE_URL: 'postgres://a@b/c', PUBLIC_SCHEME: 'http', AUDIT_BROWSER: 'off', AUDIT_BROWSER_UNSANDBOXED: false }, () => {})).toThrow(/nur beim Ausprobieren/)
})

import { expect, it } from 'vitest'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { originOf } from './city-origin.ts'

const city = { pack: { hosts: ['ort.example', 'www.ort.example'] } as Pick<ResolvedPack, 'hosts'> as ResolvedPack }

it('links of a job begin with the first host, and name a port on one’s own machine alone', () => {
  expect(originOf({ PUBLIC_SCHEME: 'http', DATABASE_URL: undefined, PORT: 3001 }, city)).toBe('http://ort.example:3001')
  expect(originOf({ PUBLIC_SCHEME: 'http', DATABASE_URL: undefined, PORT: undefined }, city)).toBe('http://ort.example')
  expect(originOf({ PUBLIC_SCHEME: 'https', DATABASE_URL: 'postgres://a@b/c', PORT: 3001 }, city)).toBe('https://ort.example')
})

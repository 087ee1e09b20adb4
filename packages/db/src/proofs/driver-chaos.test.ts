import type { EmbeddedServerAddress } from '@digitallotsen/testing/embedded-server.ts'
import { expect, inject, test } from 'vitest'
import { run } from './driver-chaos.proof.ts'

test('P4 holds: killed backends show no city another’s rows, lose nothing acknowledged, and every control breaks', async () => {
  const { url: adminUrl }: EmbeddedServerAddress = inject('embeddedServer')
  const report = await run({ long: false, seed: 1, adminUrl })
  expect(report.verdict, JSON.stringify(report)).toBe('holds')
}, 120_000)

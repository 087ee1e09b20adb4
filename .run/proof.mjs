// `npm run proof -- P1|P2|P4|P8|P8-browser|P12|P13|P14|corpus|theme [--long] [--seed N]`: one line of JSON; ends with 0 only where the proof holds.
import { parseArgs } from 'node:util'

const proofs = {
  P1: '../packages/db/src/proofs/catalogue.proof.ts',
  P2: '../apps/server/src/sweeps/cross-tenant.proof.ts',
  P4: '../packages/db/src/proofs/driver-chaos.proof.ts',
  P8: '../apps/server/src/adapters/web/proofs/ssrf.proof.ts',
  P12: '../apps/server/src/pages/proofs/xss.proof.ts',
  P13: '../apps/server/src/proofs/uploads/upload.proof.ts',
  P14: '../apps/server/src/proofs/appointments/booking.proof.ts',
  'P8-browser': '../apps/server/src/adapters/web/render/proofs/browser-ssrf.proof.ts',
  corpus: '../apps/server/src/adapters/web/render/proofs/corpus.proof.ts',
  theme: '../packages/pack/src/proofs/theme.proof.ts',
}

const { positionals: [name = ''], values } = parseArgs({ allowPositionals: true, options: { long: { type: 'boolean', default: false }, seed: { type: 'string', default: '1' } } })
if (!Object.hasOwn(proofs, name)) {
  console.error(`Welcher Beweis? ${Object.keys(proofs).join(', ')}. Beispiel: npm run proof -- P1 --long --seed 7`)
  process.exit(2)
}

const { run } = await import(proofs[name])
const report = await run({ long: values.long, seed: Number(values.seed) })
console.log(JSON.stringify(report))
process.exit(report.verdict === 'holds' ? 0 : 1)

import { isGood } from './answers.ts'
import { requestOf } from './calls.ts'
import { waysOf } from './known-inputs.ts'
import type { Probe } from './probe.ts'
import type { Procedure } from './procedures.ts'

/** Each way in which a procedure is meant to succeed, with ids of one's own: a sweep in which nothing succeeds proves nothing. */
export const sweepOwnControls = async (probe: Probe, procedure: Procedure): Promise<void> => {
  const writes = procedure.type === 'mutation'
  for (const way of waysOf(procedure.name)) {
    for (let round = 0; round < probe.rounds; round++) {
      if (writes) await probe.renew()
      const cookie = await probe.cookieOf(way.as)
      const input = await probe.inputFor(procedure, way)
      const answer = await probe.send(requestOf({ procedure, input }, { host: probe.hostOf(procedure), cookie, prefix: probe.scene.prefix }))
      probe.findings.ownControls++
      if (!isGood(answer)) probe.findings.failedControls.push(`${procedure.name} as ${way.as}: ${answer.status} ${answer.body.slice(0, 300)} for ${JSON.stringify(input).slice(0, 300)}`)
    }
  }
  if (writes) await probe.renew()
}

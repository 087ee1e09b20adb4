import { isGood, textOf, toComparable } from './answers.ts'
import { requestOf } from './calls.ts'
import { consoleHost } from '../testing/test-app.ts'
import { isOnConsole, waysOf } from './known-inputs.ts'
import type { Probe, Visitor } from './probe.ts'
import type { Procedure } from './procedures.ts'

const spoilt = (cookie: string) => `${cookie.slice(0, -8)}AAAAAAAA`

/** A session of the other city, or of the console, is worth as much at this door as a cookie nobody signed. */
const sweepForeignSession = async (probe: Probe, procedure: Procedure, visitor: Visitor): Promise<void> => {
  const cookie = await probe.cookieOf(visitor)
  const [way] = waysOf(procedure.name)
  if (!way || cookie === undefined) return
  const where = `${procedure.name} with the session of ${visitor}`
  const answers: string[] = []
  const seed = probe.nextSeed()
  for (const shown of [cookie, spoilt(cookie)]) {
    await probe.renew()
    const input = await probe.inputFor(procedure, way, { seed })
    const request = requestOf({ procedure, input }, { host: probe.city.host, cookie: shown, prefix: probe.scene.prefix })
    answers.push(toComparable(await probe.try(request, where, { writes: procedure.type === 'mutation' })))
  }
  probe.compare(where, answers[0] ?? '', answers[1] ?? '')
}

/** A procedure of the console does not exist on a city's host, one of a city not on the console's, whoever asks. */
const sweepWrongHost = async (probe: Probe, procedure: Procedure): Promise<void> => {
  const host = isOnConsole(procedure.name) ? probe.city.host : consoleHost
  for (const visitor of ['anonymous', 'merchant', 'office', 'operator', 'foreign'] as const) {
    const [way] = waysOf(procedure.name)
    if (!way) return
    const input = await probe.inputFor(procedure, way)
    const where = `${procedure.name} on the wrong host as ${visitor}`
    const request = requestOf({ procedure, input }, { host, cookie: await probe.cookieOf(visitor), prefix: probe.scene.prefix })
    const answer = await probe.try(request, where, { writes: procedure.type === 'mutation' })
    if (isGood(answer)) probe.findings.leaks.push(`${where}: ${answer.status}`)
  }
}

export const sweepWrongDoors = async (probe: Probe, procedure: Procedure): Promise<void> => {
  if (!isOnConsole(procedure.name)) {
    await sweepForeignSession(probe, procedure, 'foreign')
    await sweepForeignSession(probe, procedure, 'foreign-console')
  }
  await sweepWrongHost(probe, procedure)
}

/** What the operator is told of a city is its pack and its figures: no text of a case. */
const sweepOperator = async (probe: Probe, procedure: Procedure): Promise<void> => {
  const { city, victim } = probe
  for (const way of waysOf(procedure.name)) {
    const input = await probe.inputFor(procedure, way)
    const answer = await probe.send(requestOf({ procedure, input }, { host: consoleHost, cookie: await probe.cookieOf('operator'), prefix: probe.scene.prefix }))
    if (procedure.type === 'mutation') await probe.renew()
    const text = textOf(answer).toLowerCase()
    const told = [city.mark, victim.city.mark].filter(mark => text.includes(mark.toLowerCase()))
    if (told.length > 0) probe.findings.leaks.push(`${procedure.name} tells the operator: ${told.join(' ')}`)
  }
}

/** A city's session on the console's host opens nothing there. */
export const sweepConsoleDoor = async (probe: Probe, procedure: Procedure): Promise<void> => {
  if (!isOnConsole(procedure.name)) return
  await sweepOperator(probe, procedure)
  for (const visitor of ['office', 'merchant', 'foreign'] as const) {
    for (const way of waysOf(procedure.name)) {
      if (way.as === 'anonymous') continue
      const cookie = await probe.cookieOf(visitor)
      const request = requestOf({ procedure, input: await probe.inputFor(procedure, way) }, { host: consoleHost, cookie, prefix: probe.scene.prefix })
      const where = `${procedure.name} on the console as ${visitor} of a city`
      const answer = await probe.try(request, where, { writes: procedure.type === 'mutation' })
      if (isGood(answer)) probe.findings.leaks.push(`${where}: ${answer.status}`)
    }
  }
}

import type { Network } from '../network.ts'
import { createCheckThenFetch, createLookupHook, createOurs, createUnguarded, createWithoutLastLook, type Client } from './ssrf-clients.ts'
import { buildCorpus, type Attack } from './ssrf-corpus.ts'
import { openWorld, type World } from './ssrf-world.ts'

/** How many of the addresses, the rebinding names and the four allowed ones a client reached. */
export type Reach = { attacks: number; rebinding: number; allowed: number }

export type P8Report = {
  proof: 'P8'
  seed: number
  verdict: 'holds' | 'broken'
  addresses: number
  rebindingNames: number
  unguarded: Reach
  checkThenFetch: Reach
  lookupHook: Reach
  withoutLastLook: Reach
  ours: Reach
  /** Why ours refused, by reason. */
  reasons: Record<string, number>
  byKind: Record<string, { addresses: number; unguarded: number; ours: number }>
  /** What ours reached, if anything. */
  examples: string[]
}

const tryAll = async (client: Client, world: World, attacks: readonly Attack[]): Promise<Attack[]> => {
  const hits: Attack[] = []
  for (const attack of attacks) {
    await client.read(attack.url)
    if (world.takeReached().some(place => !world.isPublic(place))) hits.push(attack)
  }
  return hits
}

const countAllowed = async (client: Client, world: World, urls: readonly string[]): Promise<number> => {
  let reached = 0
  for (const url of urls) {
    await client.read(url)
    const places = world.takeReached()
    if (places.length > 0 && places.every(world.isPublic)) reached++
  }
  return reached
}

const tally = (attacks: readonly Attack[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { kind } of attacks) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/**
 * P8: of hundreds of addresses that lead inside, to other ports or other schemes, an unguarded client reaches most, the rebinding names
 * beat a client that checks and then fetches, and ours reaches none, while the four allowed ones are reached by each.
 * Resolver and connections are the proof's own; `long` adds a thousand inner addresses by chance.
 */
export const run = async ({ long, seed }: { long: boolean; seed: number }): Promise<P8Report> => {
  const corpus = buildCorpus(seed, long ? 100 : 1)
  const world = await openWorld(corpus)
  const measure = async <C extends Client>(create: (network: Network) => C) => {
    const client = create(world)
    const attacks = await tryAll(client, world, corpus.attacks)
    const rebinding = await tryAll(client, world, corpus.rebinding)
    const allowed = await countAllowed(client, world, corpus.allowed)
    await client.close()
    return { client, attacks, rebinding, reach: { attacks: attacks.length, rebinding: rebinding.length, allowed } }
  }
  try {
    const unguarded = await measure(createUnguarded)
    const checkThenFetch = await measure(createCheckThenFetch)
    const lookupHook = await measure(createLookupHook)
    const withoutLastLook = await measure(createWithoutLastLook)
    const ours = await measure(createOurs)
    const [addressesOf, unguardedOf, oursOf] = [corpus.attacks, unguarded.attacks, ours.attacks].map(tally)
    const addresses = corpus.attacks.length + corpus.rebinding.length
    const isSharp =
      addresses >= 661 && unguarded.reach.attacks >= 550 && corpus.rebinding.length >= 25 && checkThenFetch.reach.rebinding === corpus.rebinding.length &&
      lookupHook.reach.attacks > 0 && withoutLastLook.reach.attacks > 0
    const isFair = [unguarded, checkThenFetch, lookupHook, withoutLastLook, ours].every(({ reach }) => reach.allowed === corpus.allowed.length)
    const holds = isSharp && isFair && ours.reach.attacks + ours.reach.rebinding === 0
    return {
      proof: 'P8', seed, verdict: holds ? 'holds' : 'broken', addresses, rebindingNames: corpus.rebinding.length,
      unguarded: unguarded.reach, checkThenFetch: checkThenFetch.reach, lookupHook: lookupHook.reach, withoutLastLook: withoutLastLook.reach, ours: ours.reach,
      reasons: ours.client.reasons,
      byKind: Object.fromEntries(Object.entries(addressesOf ?? {}).map(([kind, count]) => [kind, { addresses: count, unguarded: unguardedOf?.[kind] ?? 0, ours: oursOf?.[kind] ?? 0 }])),
      examples: [...ours.attacks, ...ours.rebinding].slice(0, 10).map(({ kind, url }) => `${kind}: ${url}`),
    }
  } finally {
    world.close()
  }
}

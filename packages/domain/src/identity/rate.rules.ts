export type RateLimit = {
  /** Attempts allowed within any stretch of time as long as the window. */
  attempts: number
  windowSeconds: number
}

/** Attempts already counted in one slice of the window that begins at `start`. */
export type RateCount = { start: Date; count: number }

export type RateOutcome = { ok: true; remaining: number } | { ok: false; code: 'rate.limited'; retryAfterSeconds: number }

/** How often what may be tried; per address of the account whatever the network, and more generously per network, since a shop street may share one. */
export const rateLimits = {
  codeRequestByEmail: { attempts: 5, windowSeconds: 900 },
  codeRequestByNetwork: { attempts: 40, windowSeconds: 900 },
  codeTryByEmail: { attempts: 10, windowSeconds: 900 },
  codeTryByNetwork: { attempts: 80, windowSeconds: 900 },
  assessmentStartByNetwork: { attempts: 60, windowSeconds: 3600 },
  websiteQuickByNetwork: { attempts: 4, windowSeconds: 3600 },
  websiteQuickByHost: { attempts: 2, windowSeconds: 3600 },
  websiteQuickByCity: { attempts: 60, windowSeconds: 3600 },
  unsubscribeMissByNetwork: { attempts: 20, windowSeconds: 900 },
  visitLinkMissByNetwork: { attempts: 20, windowSeconds: 900 },
  uploadByPerson: { attempts: 60, windowSeconds: 3600 },
  invitationMailByPair: { attempts: 1, windowSeconds: 30 * 86_400 },
  invitationByMerchant: { attempts: 30, windowSeconds: 86_400 },
} as const satisfies Record<string, RateLimit>

/** A window is counted in this many slices: more make the wait after a refusal finer, fewer make fewer rows. */
const slices = 15

const sliceMs = (limit: RateLimit): number => (limit.windowSeconds * 1000) / slices

/** The beginning of the slice that an attempt at `now` is counted in. */
export const sliceStart = (limit: RateLimit, now: Date): Date => {
  const length = sliceMs(limit)
  return new Date(Math.floor(now.getTime() / length) * length)
}

/** The beginning of the oldest slice that still counts at `now`; older ones may be deleted. */
export const oldestSlice = (limit: RateLimit, now: Date): Date =>
  sliceStart(limit, new Date(now.getTime() - limit.windowSeconds * 1000))

const secondsUntilRoom = (limit: RateLimit, counting: readonly RateCount[], now: Date): number => {
  const oldestFirst = counting.toSorted((a, b) => a.start.getTime() - b.start.getTime())
  let left = counting.reduce((sum, slice) => sum + slice.count, 0)
  const freeing = oldestFirst.find(slice => (left -= slice.count) < limit.attempts)
  const ends = (freeing ?? { start: now }).start.getTime() + sliceMs(limit) + limit.windowSeconds * 1000
  return Math.max(1, Math.ceil((ends - now.getTime()) / 1000))
}

/**
 * Whether one more attempt is allowed at `now`, given the allowed attempts counted so far by slice. Promises that no stretch of time as long as
 * the window holds more than `attempts`; to be that strict it may refuse up to one slice longer than a perfect count would. Counts of
 * refused attempts must not be handed in: they would let one person lock out another for good.
 */
export const checkRate = (limit: RateLimit, counts: readonly RateCount[], now: Date): RateOutcome => {
  const oldest = oldestSlice(limit, now).getTime()
  const counting = counts.filter(slice => slice.start.getTime() >= oldest)
  const used = counting.reduce((sum, slice) => sum + slice.count, 0)
  if (used < limit.attempts) return { ok: true, remaining: limit.attempts - used - 1 }
  return { ok: false, code: 'rate.limited', retryAfterSeconds: secondsUntilRoom(limit, counting, now) }
}

import type { FastifyInstance } from 'fastify'
import type { Ground } from '../ground.ts'

/** The one request that is measured, and a piece of text that a right answer holds. */
export type Request = { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body?: string; expects: string }

export type Served = { app: FastifyInstance; request: Request }

/** Builds what answers the request, in a process of its own. */
export type Route = (ground: Ground) => Promise<Served>

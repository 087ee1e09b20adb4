import type { FastifyPluginAsync } from 'fastify'
import type { Services } from '../../services.ts'

export const documentRoutes: FastifyPluginAsync<{ services: Services }> = async () => {}

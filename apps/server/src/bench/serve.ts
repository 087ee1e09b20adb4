import type { Ground } from './ground.ts'
import { loadRoute } from './routes/all-routes.ts'

/** A process of its own per route: it gets the ground by message, tells where it listens, and later what its work has cost. */
process.on('message', async (message: { ground: Ground; route: string } | 'cost') => {
  if (message === 'cost') return process.send?.({ cost: process.cpuUsage() })
  const { app, request } = await (await loadRoute(message.route))(message.ground)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0, request })
})
process.on('disconnect', () => process.exit(0))

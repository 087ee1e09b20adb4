import { createPublicNetwork } from '../network.ts'
import { renderPage } from './render-page.ts'
import { renderTaskSchema } from './render-protocol.ts'

/** The browser's keeper: starts it, is its only way out, and ends with it. It has no secrets; its parent ends the whole group. */
const leave = () => {
  try {
    process.kill(-process.pid, 'SIGKILL')
  } catch {
    process.exit(1)
  }
}

process.once('disconnect', leave)
process.once('message', (message: unknown) => {
  const { order, trial, connectMs, browser, profile, pace } = renderTaskSchema.parse(message)
  const guard = { network: createPublicNetwork(), trial, connectMs }
  void renderPage({ guard, browser, profile, signal: new AbortController().signal }, order, pace).then(result => process.send?.({ result }))
})

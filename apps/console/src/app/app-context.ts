import { createContext, useContext } from 'solid-js'
import type { Boot } from '../lib/boot.ts'
import type { ConsolePort } from '../lib/console-port.ts'

/** What every page may ask for: who is signed in at the start, the server, this tab's memory, the clock. */
export type AppServices = Boot & {
  port: ConsolePort
  tab: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  now: () => Date
}

export const AppContext = createContext<AppServices>()

export const useApp = (): AppServices => {
  const app = useContext(AppContext)
  if (!app) throw new Error('useApp() needs an AppContext around the app.')
  return app
}

import { createContext, useContext } from 'solid-js'
import type { Boot } from '../lib/boot.ts'
import { basePath } from '../lib/boot.ts'
import { openShelf } from '../lib/storage.ts'
import type { Shelf } from '../lib/storage.ts'
import { createApi } from '../lib/trpc.ts'
import type { Api } from '../lib/trpc.ts'

/** What every page may ask for: the city, the language, the server, and this device's memory. */
export type AppServices = Boot & {
  base: string
  api: Api
  /** Lasts on this device. */
  shelf: Shelf
  /** Lasts as long as this tab. */
  tab: Shelf
}

export const createAppServices = (boot: Boot): AppServices => ({
  ...boot,
  base: basePath(boot.locale),
  api: createApi('/trpc'),
  shelf: openShelf(() => localStorage),
  tab: openShelf(() => sessionStorage),
})

export const AppContext = createContext<AppServices>()

export const useApp = (): AppServices => {
  const app = useContext(AppContext)
  if (!app) throw new Error('useApp() needs an AppContext around the app.')
  return app
}

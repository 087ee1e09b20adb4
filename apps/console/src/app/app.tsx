import { Router } from '@solidjs/router'
import { QueryClientProvider } from '@tanstack/solid-query'
import type { Component } from 'solid-js'
import { createQueryClient } from '../lib/queries.ts'
import { AppContext } from './app-context.ts'
import type { AppServices } from './app-context.ts'
import { routes } from './routes.tsx'
import { Shell } from './shell.tsx'

export const App: Component<{ services: AppServices }> = props => {
  const client = createQueryClient()
  return (
    <AppContext.Provider value={props.services}>
      <QueryClientProvider client={client}>
        <Router root={Shell}>{routes}</Router>
      </QueryClientProvider>
    </AppContext.Provider>
  )
}

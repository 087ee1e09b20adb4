import { QueryClientProvider } from '@tanstack/solid-query'
import { Router } from '@solidjs/router'
import type { Component } from 'solid-js'
import { ToastProvider } from '@digitallotsen/ui/toast-region.tsx'
import { createQueryClient } from '../lib/queries.ts'
import { TextsContext } from '../lib/texts.tsx'
import type { Texts } from '../locales/de.ts'
import { AppContext } from './app-context.ts'
import type { AppServices } from './app-context.ts'
import { createRoutes } from './routes.tsx'
import { Shell } from './shell.tsx'

export const App: Component<{ services: AppServices; texts: Texts }> = props => (
  <AppContext.Provider value={props.services}>
    <TextsContext.Provider value={props.texts}>
      <QueryClientProvider client={createQueryClient()}>
        <ToastProvider label={props.texts.common.messages} closeLabel={props.texts.common.close}>
          <Router base={props.services.base} root={Shell}>
            {createRoutes(props.services.locale)}
          </Router>
        </ToastProvider>
      </QueryClientProvider>
    </TextsContext.Provider>
  </AppContext.Provider>
)

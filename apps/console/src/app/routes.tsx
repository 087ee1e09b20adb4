import type { RouteDefinition } from '@solidjs/router'
import { lazy } from 'solid-js'
import type { Component } from 'solid-js'
import { NotFoundPage } from './not-found-page.tsx'

const page = (load: () => Promise<Component>) => lazy(async () => ({ default: await load() }))

export const routes: RouteDefinition[] = [
  { path: '/', component: page(async () => (await import('../features/cities/cities-page.tsx')).CitiesPage) },
  { path: '/staedte/:tenantId', component: page(async () => (await import('../features/cities/city-page.tsx')).CityPage) },
  { path: '/anmelden', component: page(async () => (await import('../features/sign-in/sign-in-page.tsx')).SignInPage) },
  { path: '/anmelden/code', component: page(async () => (await import('../features/sign-in/code-page.tsx')).CodePage) },
  { path: '/anmelden/link', component: page(async () => (await import('../features/sign-in/link-page.tsx')).LinkPage) },
  { path: '*', component: NotFoundPage },
]

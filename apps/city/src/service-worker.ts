/// <reference lib="webworker" />
/** Put in front of this file by the build. */
declare const kept: { version: string; files: string[] }

const worker = self as unknown as ServiceWorkerGlobalScope
const cacheName = `check-${kept.version}`
const checkPage = /^(\/[a-z]{2})?\/check(\/|$)/
/** Longer than this, and a tunnel is assumed. */
const patience = 4000

/** Fetched without cookies: what is kept on the device names nobody. */
const fetchShell = (address: string): Promise<Response> => fetch(new Request(address, { credentials: 'omit', cache: 'reload' }))

const keepShell = async (cache: Cache, address: string): Promise<void> => {
  const response = await fetchShell(address)
  if (!response.ok || response.redirected) return
  const theme = /href="([^"]*\/theme\.css[^"]*)"/.exec(await response.clone().text())?.[1]
  await cache.put(address, response)
  if (theme) await cache.add(theme)
}

const install = async (): Promise<void> => {
  const cache = await caches.open(cacheName)
  await cache.addAll(kept.files)
  await keepShell(cache, '/check')
  await keepShell(cache, '/en/check').catch(() => undefined)
}

const activate = async (): Promise<void> => {
  const names = await caches.keys()
  await Promise.all(names.filter(name => name.startsWith('check-') && name !== cacheName).map(name => caches.delete(name)))
  await worker.clients.claim()
}

const fromNetwork = async (request: Request): Promise<Response> => {
  const response = await fetch(request, { signal: AbortSignal.timeout(patience) })
  if (response.status >= 500) throw new Error('The server answers with a failure.')
  return response
}

const openCheck = async (request: Request): Promise<Response> => {
  try {
    return await fromNetwork(request)
  } catch (error) {
    const prefix = checkPage.exec(new URL(request.url).pathname)?.[1] ?? ''
    const cache = await caches.open(cacheName)
    const shell = await cache.match(`${prefix}/check`)
    if (shell) return shell
    throw error
  }
}

const fromCache = async (request: Request): Promise<Response> => {
  const cache = await caches.open(cacheName)
  return (await cache.match(request)) ?? fetch(request)
}

worker.addEventListener('install', event => event.waitUntil(install()))
worker.addEventListener('activate', event => event.waitUntil(activate()))
worker.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (request.mode === 'navigate' && checkPage.test(pathname)) event.respondWith(openCheck(request))
  else if (kept.files.includes(pathname) || pathname === '/theme.css') event.respondWith(fromCache(request))
})

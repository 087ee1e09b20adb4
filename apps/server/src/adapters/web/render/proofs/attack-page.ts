/** Where the page tries to get in: `real` are doors that stand open on this machine, the others are never really dialled. */
export type Doors = { tcp: number; tcp6: number | undefined; udp: number }

export const shop = 'www.musterladen.de'
export const publicAddress = '93.184.215.14'
/** Names of the proof's world: one that leads inside, one that leads outside the first time and inside from then on. */
export const innerName = 'innen.verweis.de'
export const turningName = 'dreht.verweis.de'

export const listTargets = ({ tcp, tcp6 }: Doors): string[] => [
  `127.0.0.1:${tcp}`, `localhost:${tcp}`, `2130706433:${tcp}`, `0x7f.1:${tcp}`, `0.0.0.0:${tcp}`, ...(tcp6 === undefined ? [] : [`[::1]:${tcp6}`]),
  '169.254.169.254', '10.0.0.1', '192.168.0.1', innerName, turningName,
  '127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', 'drucker.local', `${shop}:8080`, `${publicAddress}:22`,
]

/** Ways of a page to ask for something; `u` is the whole address, each its own. */
const light: Record<string, string> = {
  img: 'new Image().src = u',
  script: 'add("script", { src: u })',
  style: 'add("link", { rel: "stylesheet", href: u })',
  fetch: 'fetch(u, { mode: "no-cors" }).catch(no)',
  post: 'fetch(u, { method: "POST", mode: "no-cors", body: "x" }).catch(no)',
  xhr: 'const x = new XMLHttpRequest(); x.open("GET", u); x.send()',
  beacon: 'navigator.sendBeacon(u, "x")',
  events: 'new EventSource(u)',
  socket: 'new WebSocket(u.replace("http", "ws"))',
  background: 'add("div", { style: `width:9px;height:9px;background:url(${u})` })',
  video: 'add("video", { src: u, preload: "auto" })',
  module: 'import(u).catch(no)',
  preload: 'add("link", { rel: "preload", as: "image", href: u })',
  worker: 'new Worker(URL.createObjectURL(new Blob([`fetch("${u}", { mode: "no-cors" }).catch(() => 0)`])))',
  imported: 'new Worker(URL.createObjectURL(new Blob([`importScripts("${u}")`])))',
  redirected: 'new Image().src = `/weiter?zu=${encodeURIComponent(u)}`',
  refetched: 'fetch(`/weiter?zu=${encodeURIComponent(u)}`, { mode: "no-cors" }).catch(no)',
}

const heavy: Record<string, string> = {
  frame: 'add("iframe", { src: u })',
  reframe: 'add("iframe", { src: `/weiter?zu=${encodeURIComponent(u)}` })',
  object: 'add("object", { data: u })',
  form: 'const n = "f" + Math.random(); add("iframe", { name: n }); const f = add("form", { action: u, method: "post", target: n }); f.submit()',
  refresh: 'add("iframe", { srcdoc: `<meta http-equiv=refresh content="0;url=${u}">` })',
  sandboxed: 'add("iframe", { sandbox: "allow-scripts", srcdoc: `<img src="${u}"><script>fetch("${u}",{mode:"no-cors"})</${""}script>` })',
}

const bySpecialWay = ({ tcp, udp }: Doors): string => `
  const peer = new RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:${udp}" }, { urls: ["turn:127.0.0.1:${udp}?transport=udp", "turn:127.0.0.1:${tcp}?transport=tcp"], username: "a", credential: "b" }] })
  peer.createDataChannel("x"); peer.createOffer().then(offer => peer.setLocalDescription(offer)).catch(no)
  try { new WebTransport("https://127.0.0.1:${udp}/").ready.catch(no) } catch {}
  add("link", { rel: "preconnect", href: "http://127.0.0.1:${tcp}" }); add("link", { rel: "dns-prefetch", href: "//${innerName}" })
  navigator.serviceWorker?.register("/dienst.js").catch(no)`

export const countAttempts = (doors: Doors): number => listTargets(doors).length * Object.keys(light).length + 4 * Object.keys(heavy).length

/** A page that tries every way to every target, quietly, each attempt under a number of its own. */
export const attackPage = (doors: Doors): string => {
  const targets = listTargets(doors)
  const few = targets.filter(target => /^(?:127\.0\.0\.1:|\[::1\]:|169|dreht)/.test(target))
  const tries = [...Object.entries(light).map(([way, code]) => ({ way, code, targets })), ...Object.entries(heavy).map(([way, code]) => ({ way, code, targets: few }))]
  const attempts = tries.flatMap(({ way, code, targets: on }) => on.map(target => `try { const u = ${JSON.stringify(`http://${target}/t/${way}/${encodeURIComponent(target)}`)}; ${code} } catch {}`))
  return `<!doctype html><html lang="de"><title>Laden</title><p>Guten Tag</p><img src="http://${turningName}/bild.png"><script>
  const no = () => 0
  const add = (name, marks) => { const e = document.createElement(name); for (const [k, v] of Object.entries(marks)) e.setAttribute(k, v); document.body.append(e); return e }
  addEventListener("load", () => { ${attempts.map(attempt => `(() => { ${attempt} })();`).join('\n')}\n${bySpecialWay(doors)} })
  </script>`
}

/** A page that leaves for an inner address as a whole. */
export const leavingPage = ({ tcp }: Doors): string => `<!doctype html><title>Laden</title><script>location.replace("http://127.0.0.1:${tcp}/t/leave/x")</script>`

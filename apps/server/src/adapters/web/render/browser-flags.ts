/** How the browser is to be seen by a site: a phone, and by name. */
export type Appearance = { width: number; height: number; contact: string }

/** domain.md T-02 and the checks: 360 × 740 px. */
export const phone = { width: 360, height: 740 }

/** Sites ask for a phone by these words; ours stand behind, so that an owner can tell who came. */
export const userAgentOf = (contact: string): string =>
  `Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36 Digitallotsen/1.0 (+${contact})`

/** Ways out that do not ask the proxy: closed. Also closed: whatever a browser asks on its own, and what it keeps or shows to its user. */
const closedFeatures = ['WebTransport', 'DirectSockets', 'DnsOverHttps', 'AsyncDns', 'UseDnsHttpsSvcb', 'EncryptedClientHello', 'MediaRouter', 'DialMediaRouteProvider', 'Prerender2']
const quietFeatures = [
  'HttpsUpgrades', 'HttpsFirstBalancedMode', 'HttpsFirstBalancedModeAutoEnable', 'OptimizationHints', 'OptimizationGuideModelDownloading',
  'Translate', 'AutofillServerCommunication', 'CertificateTransparencyComponentUpdater', 'InterestFeedContentSuggestions', 'NetworkTimeServiceQuerying', 'SafeBrowsing', 'BackForwardCache', 'PaintHolding',
]

/** Even what is on the loopback is asked of the proxy. */
export const bypassNothing = '<-loopback>'

const closedWays = (deadEndPort: number): string[] => [
  `--disable-features=${[...quietFeatures, ...closedFeatures].join(',')}`,
  '--disable-blink-features=WebTransport',
  '--disable-quic',
  '--dns-prefetch-disable',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  `--proxy-server=http://127.0.0.1:${deadEndPort}`,
  `--proxy-bypass-list=${bypassNothing}`,
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

const alone = [
  '--headless', '--remote-debugging-pipe', '--no-first-run', '--no-default-browser-check', '--no-startup-window', '--mute-audio', '--hide-scrollbars', '--disable-gpu', '--disable-dev-shm-usage',
  '--disable-background-networking', '--disable-component-update', '--disable-component-extensions-with-background-pages', '--disable-default-apps', '--disable-sync', '--disable-extensions',
  '--disable-domain-reliability', '--disable-client-side-phishing-detection', '--disable-field-trial-config', '--disable-breakpad', '--disable-crash-reporter', '--disable-logging', '--no-pings',
  '--metrics-recording-only', '--disable-search-engine-choice-screen', '--password-store=basic', '--use-mock-keychain', '--disable-notifications', '--deny-permission-prompts',
  '--disable-backgrounding-occluded-windows', '--disable-renderer-backgrounding', '--disable-background-timer-throttling', '--disable-print-preview', '--ash-no-nudges', '--export-tagged-pdf=false',
]

export type FlagOptions = {
  /** The loopback port at which every request ends that is no page's: what a browser asks on its own. Undefined only in the proof's control. */
  deadEndPort: number | undefined
  profile: string
  appearance: Appearance
  isSandboxed: boolean
}

/**
 * Everything goes through a proxy, the loopback too (browsers leave it out unless told): the browser's own wishes to the dead end, the
 * page's (see page-visit.ts) to the guarded one. A name that would be looked up around it is not found. WebRTC may use no way but the
 * proxy, and there is no QUIC. The page's scripts get 256 MB.
 */
export const flagsFor = ({ deadEndPort, profile, appearance, isSandboxed }: FlagOptions): string[] => [
  ...alone,
  `--user-data-dir=${profile}`,
  `--disk-cache-dir=${profile}/cache`,
  '--disk-cache-size=20000000',
  `--user-agent=${userAgentOf(appearance.contact)}`,
  '--lang=de',
  `--window-size=${appearance.width},${appearance.height}`,
  '--js-flags=--max-old-space-size=256',
  '--renderer-process-limit=4',
  ...(deadEndPort === undefined ? [`--disable-features=${quietFeatures.join(',')}`] : closedWays(deadEndPort)),
  ...(isSandboxed ? [] : ['--no-sandbox']),
]

/** Services of others that shops build into their pages. Patterns are matched against "host/path" without the scheme. */
export interface Service {
  readonly name: string
  readonly address: RegExp
  /** How a privacy statement names it. */
  readonly named: RegExp
  /** Sets or reads marks on the visitor's device and so needs consent before it runs (§ 25 TDDDG). */
  readonly consent: boolean
}

export const services: readonly Service[] = [
  { name: 'Google Analytics', address: /^(?:[\w-]+\.)*google-analytics\.com|^(?:[\w-]+\.)*analytics\.google\.com/i, named: /google[\s-]*analytics|universal[\s-]*analytics/i, consent: true },
  { name: 'Google Tag Manager', address: /^(?:www\.)?googletagmanager\.com/i, named: /google[\s-]*(?:tag|analytics)/i, consent: true },
  { name: 'Google Ads', address: /(?:^|\.)(?:doubleclick\.net|googleadservices\.com|googlesyndication\.com)/i, named: /google[\s-]*(?:ads|ad\s?words|adsense|werbe)|doubleclick/i, consent: true },
  { name: 'Meta (Facebook)', address: /(?:^|\.)(?:facebook\.(?:net|com)|fbcdn\.net)/i, named: /facebook|\bmeta\b/i, consent: true },
  { name: 'Instagram', address: /(?:^|\.)(?:instagram\.com|cdninstagram\.com)/i, named: /instagram/i, consent: true },
  { name: 'Hotjar', address: /(?:^|\.)hotjar\.(?:com|io)/i, named: /hotjar/i, consent: true },
  { name: 'TikTok', address: /(?:^|\.)(?:tiktok\.com|tiktokcdn\.com)/i, named: /tik\s?tok/i, consent: true },
  { name: 'Microsoft Clarity', address: /(?:^|\.)clarity\.ms/i, named: /clarity/i, consent: true },
  { name: 'Microsoft Advertising', address: /^bat\.bing\.(?:com|net)/i, named: /bing|microsoft\s+(?:ads|advertising)/i, consent: true },
  { name: 'LinkedIn Insight', address: /(?:^|\.)(?:snap\.licdn\.com|px\.ads\.linkedin\.com)/i, named: /linked\s?in/i, consent: true },
  { name: 'Pinterest', address: /^(?:s\.pinimg\.com|ct\.pinterest\.com|assets\.pinterest\.com)/i, named: /pinterest/i, consent: true },
  { name: 'X (Twitter)', address: /(?:^|\.)(?:platform\.twitter\.com|static\.ads-twitter\.com|platform\.x\.com)/i, named: /twitter|\bx\b corp/i, consent: true },
  { name: 'Matomo Cloud', address: /(?:^|\.)(?:matomo\.cloud|cdn\.matomo\.cloud)/i, named: /matomo|piwik/i, consent: true },
  { name: 'etracker', address: /(?:^|\.)etracker\.(?:com|de)/i, named: /etracker/i, consent: true },
  { name: 'Criteo', address: /(?:^|\.)criteo\.(?:com|net)/i, named: /criteo/i, consent: true },
  { name: 'HubSpot', address: /(?:^|\.)(?:hs-scripts\.com|hs-analytics\.net|hsforms\.net)/i, named: /hubspot/i, consent: true },
  { name: 'Google Fonts', address: /^fonts\.(?:googleapis|gstatic)\.com/i, named: /google[\s-]*(?:web[\s-]*)?fonts|fonts\.googleapis|google\s+web\s?fonts|schriftarten von google/i, consent: false },
  { name: 'Adobe Fonts', address: /^(?:use|p)\.typekit\.net/i, named: /typekit|adobe[\s-]*fonts/i, consent: false },
  { name: 'Google Maps', address: /^(?:(?:www\.)?google\.[a-z.]{2,6}\/maps|maps\.google\.[a-z.]{2,6}|maps\.googleapis\.com|maps\.gstatic\.com)/i, named: /google[\s-]*maps|google-karte/i, consent: false },
  { name: 'YouTube', address: /(?:^|\.)(?:youtube(?:-nocookie)?\.com|ytimg\.com)/i, named: /you\s?tube/i, consent: false },
  { name: 'Vimeo', address: /(?:^|\.)(?:player\.vimeo\.com|vimeocdn\.com)/i, named: /vimeo/i, consent: false },
  { name: 'OpenStreetMap', address: /(?:^|\.)openstreetmap\.(?:org|de)/i, named: /open\s?street\s?map/i, consent: false },
  { name: 'Google reCAPTCHA', address: /^(?:www\.)?(?:google\.com\/recaptcha|recaptcha\.net|gstatic\.com\/recaptcha)/i, named: /recaptcha/i, consent: false },
  { name: 'Font Awesome', address: /^(?:use|kit|ka-f)\.fontawesome\.com/i, named: /font\s?awesome/i, consent: false },
]

/** "host/path" of an address, what the patterns above are matched against. */
export const servicePath = (url: URL): string => `${url.host}${url.pathname}`

/** The service an address belongs to; undefined for unknown ones. */
export const findService = (url: URL): Service | undefined => (/^https?:$/.test(url.protocol) ? services.find(({ address }) => address.test(servicePath(url))) : undefined)

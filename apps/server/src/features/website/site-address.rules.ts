/** An address as it will be asked for: `entered` as the person typed it, `host` to tell sites apart (lower case, without "www."). */
export type SiteAddress = { entered: string; host: string }

/**
 * What a person typed, as the address of a website; undefined where it is none: another scheme, a name and password inside, a mail address,
 * no host with a dot. Whether the site exists and may be asked for is the reader's to find out.
 */
export const readSiteAddress = (text: string): SiteAddress | undefined => {
  const entered = text.trim()
  const scheme = /^([a-z][a-z\d+.-]*):(?!\d)/i.exec(entered)?.[1]?.toLowerCase()
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return undefined
  const url = URL.parse(scheme === undefined ? `https://${entered}` : entered)
  if (!url || url.username || url.password) return undefined
  const name = url.hostname.replace(/\.$/, '')
  if (!/^[^.]+(\.[^.]+)+$/.test(name)) return undefined
  return { entered, host: name.replace(/^www\./, '') + (url.port === '' ? '' : `:${url.port}`) }
}

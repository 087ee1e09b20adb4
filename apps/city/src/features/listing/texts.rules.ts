/** An empty field says nothing. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** "www.laden.de" is how people write an address of the web. */
export const webAddressOf = (typed: string): string | null => {
  const text = orNull(typed)
  return text === null || /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`
}

const handleHomes: Readonly<Record<string, string>> = {
  instagram: 'https://www.instagram.com/', facebook: 'https://www.facebook.com/', tiktok: 'https://www.tiktok.com/@', youtube: 'https://www.youtube.com/@',
}

/** "@laden" is a page of its network. */
export const socialAddressOf = (network: string, typed: string): string | null => {
  const home = handleHomes[network]
  const handle = /^@([\w.-]+)$/.exec(typed.trim())?.[1]
  return home && handle ? home + handle : webAddressOf(typed)
}

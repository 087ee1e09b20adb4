const spelled: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'o', œ: 'oe', ł: 'l' }

/** One way of writing for what is searched and what is looked for: "Café Müller-Groß" → "cafe mueller-gross". */
export const searchText = (...parts: readonly (string | null)[]): string =>
  parts
    .filter(part => part !== null)
    .join(' ')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæøœł]/g, letter => spelled[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()

/** LIKE patterns for the words of a search, each to be found anywhere; signs that LIKE would read as wildcards stand for themselves. */
export const likePatterns = (search: string): string[] =>
  searchText(search)
    .split(' ')
    .filter(word => word !== '')
    .slice(0, 8)
    .map(word => `%${word.replace(/[\\%_]/g, sign => `\\${sign}`)}%`)

/** What we use of `localStorage` and `sessionStorage`. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & { keys(): string[] }

const inMemory = (): Shelf => {
  const map = new Map<string, string>()
  return {
    getItem: key => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: key => void map.delete(key),
    keys: () => [...map.keys()],
  }
}

const over = (storage: Storage): Shelf => ({
  getItem: key => storage.getItem(key),
  setItem: (key, value) => storage.setItem(key, value),
  removeItem: key => storage.removeItem(key),
  keys: () => Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? ''),
})

const probe = 'dl:probe'

/** The browser's storage, or one that lasts as long as the page where the browser blocks or has filled its own. */
export const openShelf = (open: () => Storage): Shelf => {
  try {
    const storage = open()
    storage.setItem(probe, probe)
    storage.removeItem(probe)
    return over(storage)
  } catch {
    return inMemory()
  }
}

export const readJson = <T>(shelf: Shelf, key: string): T | undefined => {
  const text = shelf.getItem(key)
  if (text === null) return undefined
  try {
    return JSON.parse(text) as T
  } catch {
    shelf.removeItem(key)
    return undefined
  }
}

/** False where nothing could be stored, as with a full quota. */
export const writeJson = (shelf: Shelf, key: string, value: unknown): boolean => {
  try {
    shelf.setItem(key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

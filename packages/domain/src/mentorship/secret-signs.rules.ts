/** "Passwort: xyz", "PIN 1234", "api_key=…": a word for access data with a value behind it. */
const named = /\b(?:pass(?:wor[dt]|wörter|phrase|code)?|kennwor[dt]|kennwörter|pwd?|pw|pin|puk|tan|secret|token|zugangscode|sicherheitscode|(?:api|secret|private|access)[ _-]?key|key|schlüssel|şifre|hasło)\b\s*(?:(?:ist|is|lautet|heißt|=|:|→|-|–)\s*)+["'„“»]?(?!(?:liegt|hat|haben|bei|ist|nicht|neu|noch|vergessen|geändert|ändern|wird|wurde|fehlt|im|in|der|die|das|beim|kennt|nur|wo|wer|unbekannt)\b)\S{3,}/iu
const numbered = /\b(?:pin|puk|tan|code)\b\s*[:=]?\s*\d{4,8}\b/iu
/** Letters, digits and signs without a blank, as nobody writes a word: addresses and links are none. */
const token = /(?<![\w@./:-])(?=[^\s@/]*[a-z])(?=[^\s@/]*[A-Z])(?=[^\s@/]*\d)[^\s@/.,:;]{12,}(?![\w@])/u

/** Whether a text seems to hold a password, a PIN or a key; who has the access ("Zugang liegt bei: …") is none. */
export const holdsSecret = (text: string): boolean => named.test(text) || numbered.test(text) || token.test(text)

import type { CheckRule } from '../check.types.ts'
import { failsAt, notChecked } from '../outcome.ts'

const enoughPhotos = 10

export const googleProfile: CheckRule = {
  id: 'F-07',
  needsPage: false,
  judge: ({ snapshot }) => {
    const profile = snapshot.human?.googleProfile
    if (!profile) return notChecked('no_human')
    const missing = [
      ...(profile.claimed ? [] : ['Inhaberschaft']),
      ...(profile.category ? [] : ['Kategorie']),
      ...(profile.hours ? [] : ['Öffnungszeiten']),
      ...(profile.photos >= enoughPhotos ? [] : [`Fotos (${profile.photos} von ${enoughPhotos})`]),
      ...(profile.description ? [] : ['Beschreibung']),
    ]
    return failsAt(missing.map(quote => ({ cause: 'profile.missing', quote })), { fields: missing })
  },
}

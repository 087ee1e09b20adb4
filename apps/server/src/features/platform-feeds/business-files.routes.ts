import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { PublicListing } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { vcard } from '@digitallotsen/domain/listing/vcard.rules.ts'
import type { CityAnswer } from '../../pages/city-answer.ts'
import { socialPicturePath } from '../../pages/machine-addresses.ts'
import { businessPath, vcardPath } from '../../pages/platform-addresses.ts'
import type { CityEntry } from '../city/city-directory.ts'
import type { FeedScene } from './feed-scene.types.ts'
import { markedName } from './feed-words.ts'
import { getCity, getScene, openHeaders, Refusal, someMinutes, type MachineServices } from './machine-request.ts'
import { findBusiness } from './platform-feeds.service.ts'
import { drawSocialPicture, type SocialPictureText } from './social-picture.ts'

type Asked = { city: CityEntry; scene: FeedScene; listing: PublicListing }

const writeCard = ({ pack, origin, sample }: FeedScene, listing: PublicListing): string => {
  const content = { ...listing.content, name: markedName(listing.content.name, sample || listing.sample) }
  return vcard({ content, pageUrl: origin + businessPath(listing.slug), categories: pack.categories, revisedAt: new Date(listing.updatedAt) }, '3.0')
}

const pictureText = ({ pack, sample }: FeedScene, { content, sample: isInvented }: PublicListing): SocialPictureText => {
  const category = pack.categories.find(({ id }) => id === content.categories[0])?.label.de
  const district = pack.city.districts.find(({ id }) => id === content.address.districtId)?.name
  return { name: content.name, tagline: content.tagline, about: [category, district ?? pack.name].filter(Boolean).join(' · '), sample: sample || isInvented }
}

/** The card and the picture of one business; an address it had before leads to the present one. */
export const registerBusinessFiles = (app: FastifyInstance, answer: CityAnswer, services: MachineServices): void => {
  const ask = async (request: FastifyRequest): Promise<Asked | { movedTo: string }> => {
    const city = getCity(request, 'directory')
    const scene = getScene(services, request, city)
    const { slug } = request.params as { slug: string }
    const standing = await services.lanes.withTenant(city.tenantId, tx => findBusiness(tx, slug, scene.now), { readOnly: true })
    if (!standing) throw new Refusal(404, 'Diesen Betrieb gibt es hier nicht.')
    return standing.kind === 'moved' ? { movedTo: standing.slug } : { city, scene, listing: standing.listing }
  }
  const lead = (reply: FastifyReply, path: string) => reply.code(301).headers({ location: path, 'cache-control': someMinutes }).send()

  app.get('/betriebe/:slug.vcf', async (request, reply) => {
    const asked = await ask(request)
    if ('movedTo' in asked) return lead(reply, vcardPath(asked.movedTo))
    const { city, scene, listing } = asked
    return reply
      .headers({ ...openHeaders(request, city), 'cache-control': someMinutes, 'content-disposition': `attachment; filename="${listing.slug}.vcf"` })
      .type('text/vcard; charset=utf-8')
      .send(writeCard(scene, listing))
  })

  app.get('/bilder/og/:slug.png', async (request, reply) => {
    const asked = await ask(request)
    if ('movedTo' in asked) return lead(reply, socialPicturePath(asked.movedTo))
    const { city, scene, listing } = asked
    const text = pictureText(scene, listing)
    const headers = openHeaders(request, city)
    const make = async () => ({ type: 'image/png', cacheControl: 'public, max-age=3600', headers, body: await drawSocialPicture(city.pack, text) })
    reply.headers(headers)
    return answer(request, reply, city, { key: `picture ${JSON.stringify(text)}`, make })
  })
}

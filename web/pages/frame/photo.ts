import { useQuery } from '@tanstack/react-query'
import { photoEndpoint, type Me } from '#identity/model'
import { addressOf } from '../../app/client.ts'
import { meOptions } from '../../app/session.ts'

/** Where my photo is served from; another address after each change, for a page keeps the picture of an address. */
export function usePhoto(me: Me): string | undefined {
  const { dataUpdatedAt } = useQuery(meOptions)
  return me.hasPhoto ? `${addressOf(photoEndpoint, {})}#${dataUpdatedAt}` : undefined
}

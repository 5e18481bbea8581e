/** Giving a document out: its look is durable before its first byte. */
import type { BytesAnswer } from '#http'
import { isBlobName, type BlobStore } from '#storage'
import type { Bytes } from '#kernel'

import { requireWhole, type ChartView, type Whole } from '../chart-view.ts'
import { hashIn } from '../model/document.ts'
import { readResource } from '../model/index.ts'
import { RecordsError } from '../model/records-error.ts'
import { openDocument, type Rendition } from '../sealing.ts'

/** The document of an entry; as a picture where there is one, else as it is. */
export async function documentAnswer(
  blobs: BlobStore,
  view: ChartView,
  id: string,
  as: Rendition,
): Promise<BytesAnswer> {
  const entry = await requireWhole(view, id)
  const { file } = entry.preview
  if (!file) throw new RecordsError('NO_SUCH_DOCUMENT', 'this entry has no document')
  await view.look('document', [entry.place])
  const isPicture = as === 'picture' && entry.picture !== null
  return {
    bytes: await openFile(blobs, view.permission.chart, entry, isPicture ? 'picture' : 'original'),
    fileName: file.name,
    shown: as === 'picture',
    mediaType: mediaTypeOf(file.type, isPicture),
  }
}

/** A document or its picture out of its seal; `NO_SUCH_DOCUMENT` where the entry names none. */
export async function openFile(
  blobs: BlobStore,
  chart: string,
  { key, stored, ...entry }: Pick<Whole, 'key' | 'stored' | 'document' | 'picture'>,
  rendition: Rendition,
): Promise<Bytes> {
  const name = rendition === 'picture' ? entry.picture : entry.document
  const hash = hashIn(readResource(stored))
  if (!isBlobName(name) || hash === null)
    throw new RecordsError('NO_SUCH_DOCUMENT', 'this entry has no document')
  return openDocument(key, { chart, hash, rendition }, await blobs.get(name))
}

/** Pictures are drawn as PNG where the document is one, else as JPEG. */
function mediaTypeOf(type: string, isPicture: boolean): string {
  if (isPicture) return type === 'image/png' ? type : 'image/jpeg'
  return type === 'text/plain' ? 'text/plain; charset=utf-8' : type
}

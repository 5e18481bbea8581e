import { extractText, getDocumentProxy } from 'unpdf'

/** What a sheet says, page after page. */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true })
  return text
}

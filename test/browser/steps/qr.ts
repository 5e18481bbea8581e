import readCode from 'jsqr'
import type { Locator } from 'playwright-core'
import sharp from 'sharp'

/** What a phone reads from a QR code on a screen. */
export async function readQr(picture: Locator): Promise<string> {
  await picture.scrollIntoViewIfNeeded()
  await picture.evaluate(async (image) => {
    if (image instanceof HTMLImageElement) await image.decode()
  })
  return readQrIn(await picture.screenshot())
}

/** What a scanner reads from a picture. */
export async function readQrIn(picture: Uint8Array): Promise<string> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const code = readCode(new Uint8ClampedArray(data), info.width, info.height)
  if (!code) throw new Error('there is no QR code')
  return code.data
}

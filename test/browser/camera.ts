/** What the camera of a test's browser sees: one still picture, from a file that Chromium opens when a page asks for the camera. */
import { writeFile } from 'node:fs/promises'

import { toBuffer } from 'qrcode'
import sharp from 'sharp'

const [WIDTH, HEIGHT, QR] = [640, 480, 400]
/** YUV4MPEG2: a frame is its brightness, then two planes of colour at a quarter of its size, of which 128 is none. */
const HEAD = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\nFRAME\n`
const COLOURS = Buffer.alloc((WIDTH * HEIGHT) / 2, 128)

/** The words with which Chromium takes this file for its camera, and nobody is asked whether it may. */
export function cameraSwitches(file: string): readonly string[] {
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  ]
}

/** Holds a QR code with this text in front of the camera. */
export async function holdUp(file: string, text: string): Promise<void> {
  const code = await toBuffer(text, { width: QR, margin: 4 })
  const brightness = await sharp(code)
    .resize(WIDTH, HEIGHT, { fit: 'contain', background: 'white' })
    .greyscale()
    .raw()
    .toBuffer()
  await writeFile(file, Buffer.concat([Buffer.from(HEAD), brightness, COLOURS]))
}

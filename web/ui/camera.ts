/** The camera, until it sees a QR code. Pictures stay in this page and are not kept. */
export type CameraProblem = 'none' | 'refused'

/** So often is a picture looked at; jsQR takes about 20 ms on a phone. */
const EVERY = 150

/** Shows the camera in `video` and answers the first QR code seen. Rejects with a `CameraProblem`, or when aborted. */
export async function readCode(video: HTMLVideoElement, signal: AbortSignal): Promise<string> {
  const [{ default: jsQR }, stream] = await Promise.all([import('jsqr'), openStream()])
  try {
    video.srcObject = stream
    await video.play()
    for (;;) {
      signal.throwIfAborted()
      const code = picture(video, (image) => jsQR(image.data, image.width, image.height))
      if (code) return code.data
      await new Promise((resolve) => setTimeout(resolve, EVERY))
    }
  } finally {
    for (const track of stream.getTracks()) track.stop()
  }
}

/** Why the camera did not open (Media Capture and Streams, 10.2: `NotAllowedError` is the person's or the page's no). */
export function cameraProblem(error: unknown): CameraProblem {
  return error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'none'
}

async function openStream(): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
}

function picture<Seen>(video: HTMLVideoElement, look: (image: ImageData) => Seen): Seen | undefined {
  const { videoWidth: width, videoHeight: height } = video
  const paper = new OffscreenCanvas(width || 1, height || 1).getContext('2d', { willReadFrequently: true })
  if (!paper || width === 0) return undefined
  paper.drawImage(video, 0, 0)
  return look(paper.getImageData(0, 0, width, height))
}

/**
 * Chunks as a body, made as fast as they are taken. Where making them fails the answer must not look whole: `breakOff`
 * cuts the connection, and keeps the error from the web server, which would print it.
 */
export function toStream(
  chunks: AsyncIterable<Uint8Array>,
  breakOff: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]()
  let wanted = true
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await source.next()
        if (!wanted) return
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        breakOff(error)
        if (wanted) controller.close()
      }
    },
    async cancel() {
      wanted = false
      await source.return?.()
    },
  })
}

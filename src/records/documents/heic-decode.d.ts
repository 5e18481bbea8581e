declare module 'heic-decode' {
  interface DecodedPicture {
    readonly width: number
    readonly height: number
    readonly data: Uint8ClampedArray
  }
  interface EncodedPicture {
    readonly width: number
    readonly height: number
    decode(): Promise<DecodedPicture>
  }
  interface DecodeHeic {
    (options: { readonly buffer: Uint8Array }): Promise<DecodedPicture>
    all(options: { readonly buffer: Uint8Array }): Promise<readonly EncodedPicture[]>
  }
  const decode: DecodeHeic
  export default decode
}

import { expect, it } from 'vitest'

import { tool } from '../tools.ts'
import { lookAtGallery } from './gallery.ts'

it.skipIf(!tool('chromium'))(
  'every component holds on a phone and a desk, light and dark, in Kannada',
  async () => {
    expect(await lookAtGallery()).toEqual([])
  },
  180_000,
)

import { create } from 'qrcode'

import type { Language } from '#http/model'

import { formatHealthId, type HealthId } from '../model/index.ts'
import { widthOf, type Weight } from './fonts.ts'

/** ISO/IEC 7810:2019, ID-1, in millimetres: what fits a wallet. */
export const CARD = { width: 85.6, height: 53.98, radius: 3.18 } as const

export interface CardHolder {
  readonly healthId: HealthId
  readonly name: string
  readonly birthDate: string
  readonly sex: keyof Labels['sex']
}

/** One line of text: its start on the baseline, in millimetres. */
export interface Line {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
  readonly weight: Weight
  readonly colour: string
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly colour: string
}

export interface CardLayout {
  readonly lines: readonly Line[]
  readonly boxes: readonly Box[]
}

interface Labels {
  readonly title: string
  readonly born: string
  readonly sex: Readonly<Record<'female' | 'male' | 'other' | 'unknown', string>>
  readonly number: string
  readonly note: string
  readonly cut: string
}

const LABELS: Readonly<Record<Language, Labels>> = {
  en: {
    title: 'Health card',
    born: 'Born',
    sex: { female: 'Female', male: 'Male', other: 'Other', unknown: '' },
    number: 'Health ID',
    note: 'Names you at any counter. It opens nothing by itself.',
    cut: 'Cut along the line.',
  },
  hi: {
    title: 'स्वास्थ्य कार्ड',
    born: 'जन्म',
    sex: { female: 'महिला', male: 'पुरुष', other: 'अन्य', unknown: '' },
    number: 'हेल्थ आईडी',
    note: 'काउंटर पर पहचान के लिए। अपने आप कुछ नहीं खोलता।',
    cut: 'रेखा पर काटें।',
  },
  kn: {
    title: 'ಆರೋಗ್ಯ ಕಾರ್ಡ್',
    born: 'ಜನನ',
    sex: { female: 'ಮಹಿಳೆ', male: 'ಪುರುಷ', other: 'ಇತರೆ', unknown: '' },
    number: 'ಹೆಲ್ತ್ ಐಡಿ',
    note: 'ಕೌಂಟರ್‌ನಲ್ಲಿ ಗುರುತಿಗೆ. ತಾನಾಗಿ ಏನನ್ನೂ ತೆರೆಯದು.',
    cut: 'ಗೆರೆಯ ಮೇಲೆ ಕತ್ತರಿಸಿ.',
  },
}

/** Contrast on white: 15:1 and 6:1 (WCAG 2.2 asks for 4.5:1); both print well in black and white. */
const INK = '#1b2a2f'
const QUIET = '#4b5d63'
const ACCENT = '#0b6e6e'

const MARGIN = 5
/** Smaller than this a name is set in two lines. */
const SMALLEST_NAME = 3.6
const QR_SIDE = 25
const QR_LEFT = CARD.width - MARGIN - QR_SIDE
/** ISO/IEC 18004, 9.1: four modules of nothing around the symbol. */
const QUIET_ZONE = 4.8
const TEXT_WIDTH = QR_LEFT - QUIET_ZONE - MARGIN
const QR_TOP = 13

export function labelsFor(language: Language): Labels {
  return LABELS[language]
}

/** What stands where on a card. The QR holds the health ID and nothing else. */
export function layOutCard(holder: CardHolder, language: Language): CardLayout {
  const labels = LABELS[language]
  const about = [`${labels.born} ${writtenDate(holder.birthDate)}`, labels.sex[holder.sex]]
    .filter(Boolean)
    .join(' · ')
  const left = (y: number, text: string, size: number, weight: Weight, colour = INK): Line =>
    fitted({ text, x: MARGIN, y, size, weight, colour }, TEXT_WIDTH)
  return {
    boxes: [{ x: 0, y: 0, width: CARD.width, height: 1.6, colour: ACCENT }, ...qrBoxes(holder.healthId)],
    lines: [
      left(8.2, 'Twinchart', 4, 700, ACCENT),
      fitted({ text: labels.title, x: QR_LEFT, y: 8.2, size: 3.2, weight: 400, colour: QUIET }, QR_SIDE),
      ...nameLines(holder.name),
      left(26, about, 3.3, 400),
      left(34, labels.number, 2.7, 400, QUIET),
      left(40.2, formatHealthId(holder.healthId), 5.4, 700),
      fitted(
        { text: labels.note, x: MARGIN, y: 49.2, size: 2.6, weight: 400, colour: QUIET },
        CARD.width - 2 * MARGIN,
      ),
    ],
  }
}

/** One line, or two of one size, broken where they come out most alike. */
function nameLines(name: string): readonly Line[] {
  const words = name.split(' ')
  if (words.length === 1 || widthOf(name, 700, SMALLEST_NAME) <= TEXT_WIDTH)
    return [fitted(nameLine(name, 19.5, 5), TEXT_WIDTH)]
  const breaks = words.slice(1).map((_, place) => halves(words, place + 1))
  const best = breaks.reduce((best, each) => (longest(each) < longest(best) ? each : best))
  const size = Math.min(4, TEXT_WIDTH / longest(best))
  return [nameLine(best[0], 16.2, size), nameLine(best[1], 21, size)]
}

function nameLine(text: string, y: number, size: number): Line {
  return { text, x: MARGIN, y, size, weight: 700, colour: INK }
}

type Halves = readonly [string, string]

function halves(words: readonly string[], at: number): Halves {
  return [words.slice(0, at).join(' '), words.slice(at).join(' ')]
}

function longest([upper, lower]: Halves): number {
  return Math.max(widthOf(upper, 700, 1), widthOf(lower, 700, 1))
}

/** A text set smaller until it fits; a name must never be cut. */
function fitted(line: Line, width: number): Line {
  const natural = widthOf(line.text, line.weight, line.size)
  return natural <= width ? line : { ...line, size: (line.size * width) / natural }
}

/** dd-mm-yyyy, as people here write it, or as much of it as is known. */
function writtenDate(date: string): string {
  return date.split('-').toReversed().join('-')
}

/** The dark modules, each row's neighbours in one box. Level M: a quarter of a card may be creased or dirty. */
function qrBoxes(healthId: HealthId): readonly Box[] {
  const { modules } = create(healthId, { errorCorrectionLevel: 'M' })
  const side = QR_SIDE / modules.size
  const boxes: Box[] = []
  for (let row = 0; row < modules.size; row++) {
    for (let from = 0; from < modules.size; from++) {
      let to = from
      while (to < modules.size && modules.get(row, to)) to++
      if (to > from) {
        const [x, y] = [QR_LEFT + from * side, QR_TOP + row * side]
        boxes.push({ x, y, width: (to - from) * side, height: side, colour: '#000000' })
      }
      from = to
    }
  }
  return boxes
}

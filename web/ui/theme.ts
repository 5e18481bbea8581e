/**
 * Every colour, size, space, radius and shadow of the product, and how Mantine's own variables follow from them. Style
 * sheets use `var(--…)` and never a value of their own; `theme.test.ts` holds the contrasts (WCAG 2.2, 1.4.3 and 1.4.11).
 */
import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

/** Warm paper, one accent (pine), one warm colour for "needs you" (ochre), red for danger only. */
const light = {
  page: '#f8f7f4',
  surface: '#ffffff',
  sunk: '#f0eee9',
  hover: '#f3f1ec',
  line: '#e2dfd8',
  edge: '#84817a',
  ink: '#1c201e',
  quiet: '#585e5a',
  accent: '#0d5c4f',
  'accent-strong': '#094439',
  'accent-soft': '#e2f0ec',
  'on-accent': '#ffffff',
  warm: '#8a4a06',
  'warm-soft': '#fcefd9',
  'warm-edge': '#b9741a',
  danger: '#b0241c',
  'danger-strong': '#8c1a14',
  'danger-soft': '#fbeae8',
  'on-danger': '#ffffff',
  shade: 'rgb(28 32 30 / 45%)',
}

type Colours = Readonly<Record<keyof typeof light, string>>

const dark: Colours = {
  page: '#121513',
  surface: '#1a1e1c',
  sunk: '#0d0f0e',
  hover: '#232826',
  line: '#2e3431',
  edge: '#7f8781',
  ink: '#e8ebe8',
  quiet: '#a6aea9',
  accent: '#74cbb6',
  'accent-strong': '#93d9c7',
  'accent-soft': '#1a3630',
  'on-accent': '#06221c',
  warm: '#f1b661',
  'warm-soft': '#3a2a11',
  'warm-edge': '#c98f3c',
  danger: '#ff9d93',
  'danger-strong': '#ffb8b0',
  'danger-soft': '#43211e',
  'on-danger': '#2b0906',
  shade: 'rgb(0 0 0 / 60%)',
}

export const COLOURS = { light, dark }

/** Sizes in rem follow what the person set in the browser. `measure` is the longest line we set text in. */
const sizes = {
  'type-note': '0.8125rem',
  'type-small': '0.875rem',
  'type-body': '1rem',
  'type-lead': '1.125rem',
  'type-title': '1.375rem',
  'type-display': '1.75rem',
  'space-1': '0.25rem',
  'space-2': '0.5rem',
  'space-3': '0.75rem',
  'space-4': '1rem',
  'space-5': '1.5rem',
  'space-6': '2rem',
  'space-7': '3rem',
  'space-8': '4rem',
  'radius-small': '0.25rem',
  radius: '0.5rem',
  'radius-large': '0.75rem',
  'radius-round': '999rem',
  touch: '2.75rem',
  measure: '72ch',
  quick: '120ms',
  calm: '200ms',
}

const shadows = {
  light: { 'shadow-low': '0 1px 2px rgb(28 32 30 / 8%)', 'shadow-high': '0 8px 28px rgb(28 32 30 / 16%)' },
  dark: { 'shadow-low': '0 1px 2px rgb(0 0 0 / 40%)', 'shadow-high': '0 8px 28px rgb(0 0 0 / 60%)' },
}

const FONTS = "'Noto Sans', 'Noto Sans Kannada', 'Noto Sans Devanagari', system-ui, sans-serif"

const accent: MantineColorsTuple = [
  '#f1f8f6',
  '#e2f0ec',
  '#bfe0d8',
  '#93d9c7',
  '#74cbb6',
  '#3f9c87',
  '#1f7a68',
  '#0d5c4f',
  '#094439',
  '#06221c',
]

const gray: MantineColorsTuple = [
  light.hover,
  light.sunk,
  light.line,
  light.line,
  light.edge,
  light.quiet,
  light.quiet,
  light.quiet,
  light.ink,
  light.ink,
]

const darkGreys: MantineColorsTuple = [
  dark.ink,
  dark.ink,
  dark.quiet,
  dark.quiet,
  dark.edge,
  dark.hover,
  dark.surface,
  dark.page,
  dark.sunk,
  dark.sunk,
]

/** How a button says what it is: `main` once on a page, `plain` beside it, `quiet` in rows, `danger` for what cannot be undone. */
const variantColours: VariantColorsResolver = (input) => {
  switch (input.variant) {
    case 'main':
      return button('accent', 'accent-strong', 'on-accent', 'transparent')
    case 'plain':
      return button('surface', 'hover', 'ink', 'var(--edge)')
    case 'quiet':
      return button('clear', 'hover', 'accent', 'transparent')
    case 'danger':
      return button('danger', 'danger-strong', 'on-danger', 'transparent')
    default:
      return defaultVariantColorsResolver(input)
  }
}

export const theme = createTheme({
  colors: { accent, gray, dark: darkGreys },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  white: light.surface,
  black: light.ink,
  fontFamily: FONTS,
  headings: { fontFamily: FONTS, fontWeight: '600' },
  defaultRadius: sizes.radius,
  respectReducedMotion: true,
  variantColorResolver: variantColours,
  cursorType: 'pointer',
})

/** Given to Mantine, which writes them into one `<style>` with the page's nonce. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { ...named(sizes), '--clear': 'transparent' },
  light: { ...named({ ...light, ...shadows.light }), ...MANTINE },
  dark: { ...named({ ...dark, ...shadows.dark }), ...MANTINE },
})

/** Mantine's names for what we have already. */
const MANTINE = {
  '--mantine-color-body': 'var(--page)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--quiet)',
  '--mantine-color-placeholder': 'var(--quiet)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-success': 'var(--accent)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-disabled': 'var(--sunk)',
  '--mantine-color-disabled-color': 'var(--quiet)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-strong)',
  '--mantine-primary-color-light': 'var(--accent-soft)',
  '--mantine-primary-color-light-hover': 'var(--accent-soft)',
  '--mantine-primary-color-light-color': 'var(--accent)',
}

function named(tokens: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--${name}`, value]))
}

function button(background: string, hover: string, color: string, border: string) {
  return {
    background: `var(--${background})`,
    hover: `var(--${hover})`,
    color: `var(--${color})`,
    border: `1px solid ${border}`,
  }
}

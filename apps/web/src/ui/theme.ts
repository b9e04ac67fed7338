import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/** The green of a lotus leaf: calm, and never mistaken for the red of a mistake. */
const leaf: MantineColorsTuple = ['#eaf6f2', '#d3eae3', '#a8d6c9', '#79c1ae', '#52af97', '#2f9c82', '#17826b', '#0b6555', '#08574a', '#05453a']
/** The yellow of its stamens, for what draws the eye. */
const stamen: MantineColorsTuple = ['#fff6e0', '#ffe9bd', '#fdd68a', '#f9c255', '#f2ad2b', '#d98f0f', '#b37205', '#8c5800', '#6e4500', '#523300']
/** The kit's reds from 6 on stay under 4.5:1, as words on white and under white words. */
const red: MantineColorsTuple = ['#fdf0ee', '#fbdcd8', '#f6b8b1', '#ef9087', '#ff8f85', '#e0564a', '#cc3528', '#b42318', '#991b12', '#7d140d']

export const theme = createTheme({
  fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', system-ui, sans-serif", fontWeight: '600' },
  colors: { leaf, stamen, red },
  primaryColor: 'leaf',
  primaryShade: { light: 7, dark: 7 },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Always, and not only after the keyboard was used once: some of our readers switch between both.
  focusRing: 'auto',
  components: {
    // A link within a sentence must be seen without its colour.
    Anchor: { defaultProps: { underline: 'always' } },
    // Hints stand under their field: fields beside each other then begin at one height.
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    Modal: { defaultProps: { centered: true } },
    Button: { defaultProps: { mih: 36 } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
  },
})

// The kit's own dimmed, placeholder and error colours stay under 4.5:1 on their backgrounds.
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fdfcfa',
    '--mantine-color-dimmed': '#565a5c',
    '--mantine-color-placeholder': '#6b7074',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': '#0b6555',
    '--chung-tay-surface': '#ffffff',
    '--chung-tay-line': '#e4dfd6',
    '--chung-tay-tint': '#f4f1ea',
  },
  dark: {
    '--mantine-color-body': '#161a19',
    '--mantine-color-text': '#e6e9e7',
    '--mantine-color-dimmed': '#a9b1ae',
    '--mantine-color-placeholder': '#98a19d',
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-anchor': '#79c1ae',
    '--chung-tay-surface': '#1e2322',
    '--chung-tay-line': '#353d3b',
    '--chung-tay-tint': '#252b2a',
  },
})

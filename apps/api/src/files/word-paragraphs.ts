import type { PaperParagraph } from '@chung-tay/domain/campaigns/plan-reader/paper'
import { isOn, type Styles, styleOf } from './word-styles.ts'
import type { XmlStep } from './xml.ts'

type Run = { bold: boolean | null; caps: boolean | null; hidden: boolean }
type Open = { style: string | null; numId: string | null; ilvl: number | null; texts: { text: string; run: Run }[]; cell: boolean }

/** Text that was deleted or moved away, the old look of what was changed, and the twin of a drawing for old programs. */
const unseen = /^(?:del|moveFrom|\w+Change|:\w+:Fallback)$/
const signs: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }

type Counting = { styles: Styles; numeralOf: (numId: string, ilvl: number | null, style: string | null) => string | null; most: number }

const finished = ({ style, numId, ilvl, texts, cell }: Open, { styles, numeralOf }: Counting): PaperParagraph => {
  const whole = styleOf(styles, style)
  const shown = texts.filter(({ run }) => !run.hidden)
  const list = numId ?? whole.numId
  const text = shown.map(({ text: part, run }) => ((run.caps ?? whole.caps) ? part.toLocaleUpperCase('vi') : part)).join('')
  const worded = shown.filter(({ text: part }) => part.trim() !== '')
  return {
    text,
    // An empty line of a list has its numeral too, but is no paragraph to anybody.
    numeral: list === null || list === '0' ? null : numeralOf(list, ilvl ?? whole.ilvl, style),
    bold: worded.length > 0 && worded.every(({ run }) => run.bold ?? whole.bold ?? false),
    cell,
  }
}

const newRun = (): Run => ({ bold: null, caps: null, hidden: false })

/** The paragraphs of a main part in their order; text boxes stand before the paragraph they hang on. */
export const readParagraphs = (steps: Iterable<XmlStep>, counting: Counting): PaperParagraph[] => {
  const found: PaperParagraph[] = []
  const open: Open[] = []
  let run = newRun()
  let [skipped, cells, properties, reading] = ['', 0, 0, false]
  let depth = 0
  for (const step of steps) {
    if (skipped !== '') {
      if (step.type !== 'text' && step.name === skipped) depth += step.type === 'close' ? -1 : step.closed ? 0 : 1
      if (depth === 0) skipped = ''
      continue
    }
    const paragraph = open.at(-1)
    if (step.type === 'text') {
      if (reading) paragraph?.texts.push({ text: step.text, run })
    } else if (step.type === 'close') {
      if (step.name === 'p' && paragraph) {
        open.pop()
        const { text, ...rest } = finished(paragraph, counting)
        found.push({ text, ...rest, numeral: text.trim() === '' ? null : rest.numeral })
        if (found.length > counting.most) return found
      } else if (step.name === 't') reading = false
      else if (step.name === 'pPr') properties -= 1
      else if (step.name === 'tc') cells -= 1
    } else if (unseen.test(step.name)) {
      if (!step.closed) [skipped, depth] = [step.name, 1]
    } else if (!step.closed && step.name === 'p') open.push({ style: null, numId: null, ilvl: null, texts: [], cell: cells > 0 })
    else if (!step.closed && step.name === 't') reading = true
    else if (!step.closed && step.name === 'pPr') properties += 1
    else if (!step.closed && step.name === 'tc') cells += 1
    else if (step.name === 'r') run = newRun()
    else if (paragraph) note(paragraph, run, step.name, step.attributes.val, properties > 0)
  }
  return found
}

/** What is said of the paragraph (`inProperties`) or of the run that is being read. */
const note = (paragraph: Open, run: Run, name: string, value: string | undefined, inProperties: boolean): void => {
  if (inProperties) {
    if (name === 'pStyle') paragraph.style = value ?? null
    else if (name === 'numId') paragraph.numId = value ?? null
    else if (name === 'ilvl') paragraph.ilvl = Number(value)
    return
  }
  if (name === 'b') run.bold = isOn(value)
  else if (name === 'caps') run.caps = isOn(value)
  else if (name === 'vanish') run.hidden = isOn(value)
  else if (signs[name] !== undefined) paragraph.texts.push({ text: signs[name], run })
}

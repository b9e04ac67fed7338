import type { XmlStep } from './xml.ts'

/** What a style says of its paragraphs; null where it leaves it to the style it is based on. */
type Style = { basedOn: string | null; numId: string | null; ilvl: number | null; bold: boolean | null; caps: boolean | null }
export type Styles = { byId: Map<string, Style>; standard: string | null }

export const isOn = (value: string | undefined): boolean => value === undefined || !/^(0|false|off|none)$/.test(value)

export const readStyles = (steps: Iterable<XmlStep>): Styles => {
  const styles: Styles = { byId: new Map(), standard: null }
  let style: Style | null = null
  for (const step of steps) {
    if (step.type === 'close' && step.name === 'style') style = null
    if (step.type !== 'open') continue
    const { val, styleId = '', type, default: standard } = step.attributes
    if (step.name === 'style') {
      style = { basedOn: null, numId: null, ilvl: null, bold: null, caps: null }
      styles.byId.set(styleId, style)
      if (type === 'paragraph' && standard !== undefined && isOn(standard)) styles.standard = styleId
    } else if (!style) continue
    else if (step.name === 'basedOn') style.basedOn = val ?? null
    else if (step.name === 'numId') style.numId = val ?? null
    else if (step.name === 'ilvl') style.ilvl = Number(val)
    else if (step.name === 'b') style.bold = isOn(val)
    else if (step.name === 'caps') style.caps = isOn(val)
  }
  return styles
}

/** A style with what it inherits. A circle of styles, which no program writes, ends after twenty steps. */
export const styleOf = ({ byId, standard }: Styles, id: string | null): Omit<Style, 'basedOn'> => {
  const whole: Style = { basedOn: null, numId: null, ilvl: null, bold: null, caps: null }
  let at = byId.get(id ?? standard ?? '')
  for (let steps = 0; at && steps < 20; steps += 1) {
    whole.numId ??= at.numId
    whole.ilvl ??= at.ilvl
    whole.bold ??= at.bold
    whole.caps ??= at.caps
    at = at.basedOn === null ? undefined : byId.get(at.basedOn)
  }
  return whole
}

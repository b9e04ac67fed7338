import { useLingui } from '@lingui/react/macro'
import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'

type SearchFieldProps = {
  value: string | undefined
  onSearch: (text: string | undefined) => void
  label?: string
  delay?: number
  autoFocus?: boolean
}

/** Searches a moment after the last key; nothing is sent while an input method is still composing a letter. */
export const SearchField = ({ value = '', onSearch, label, delay = 250, autoFocus = false }: SearchFieldProps) => {
  const { t } = useLingui()
  const [text, setText] = useState(value)
  const composing = useRef(false)
  const sent = useRef(value)
  const timer = useRef<number>(undefined)

  const send = (next: string) => {
    window.clearTimeout(timer.current)
    sent.current = next
    onSearch(next.trim() === '' ? undefined : next)
  }
  const sendSoon = (next: string) => {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => send(next), delay)
  }

  // Another way of changing the address (Back, a link) changes the field; our own echo must not, for more may have been typed since.
  useEffect(() => {
    if (value !== sent.current.trim()) setText(value)
    sent.current = value
  }, [value])
  useEffect(() => () => window.clearTimeout(timer.current), [])

  const name = label ?? t`Tìm`
  return (
    <TextInput
      type="search"
      aria-label={name}
      placeholder={name}
      value={text}
      autoFocus={autoFocus}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text && (
          <CloseButton
            size="sm"
            aria-label={t`Xóa ô tìm`}
            onClick={() => {
              setText('')
              send('')
            }}
          />
        )
      }
      onCompositionStart={() => {
        composing.current = true
      }}
      onCompositionEnd={(event) => {
        composing.current = false
        sendSoon(event.currentTarget.value)
      }}
      onChange={(event) => {
        setText(event.currentTarget.value)
        if (!composing.current) sendSoon(event.currentTarget.value)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) send(text)
      }}
    />
  )
}

import { Trans } from '@lingui/react/macro'
import { Alert, Button, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ComponentType, type DragEvent, type ReactNode, useRef, useState } from 'react'
import { uploadFile } from '../api/files.ts'
import classes from './file-drop.module.css'
import { problemText } from './problem-text.ts'

type FileDropProps = {
  icon: ComponentType<{ size?: number | string; stroke?: number | string; 'aria-hidden'?: boolean }>
  /** What may be dropped here. */
  hint: ReactNode
  label: string
  /** Endings and types of the picker. */
  accept: string
  onUploaded: (fileId: string) => void
  /** Stands beneath while the file is on its way. */
  sending?: ReactNode
}

/** Takes the real file: dropped, or chosen with the keyboard or a finger. */
export const FileDrop = ({ icon: Icon, hint, label, accept, onUploaded, sending }: FileDropProps) => {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const upload = useMutation({ mutationFn: (file: File) => uploadFile(file), onSuccess: ({ id }) => onUploaded(id) })
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file) upload.mutate(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <Stack gap="sm">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button within is everybody's */}
      <div
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Icon size={40} stroke={1.4} aria-hidden />
        <Text>{hint}</Text>
        <Button onClick={() => input.current?.click()} loading={upload.isPending} data-autofocus>
          <Trans>Chọn tệp</Trans>
        </Button>
        <input
          ref={input}
          type="file"
          accept={accept}
          aria-label={label}
          hidden
          onChange={(event) => {
            take(event.currentTarget.files)
            event.currentTarget.value = ''
          }}
        />
      </div>
      {upload.isPending && sending}
      {upload.isError && (
        <Alert color="red" role="alert">
          {problemText(upload.error)}
        </Alert>
      )}
    </Stack>
  )
}

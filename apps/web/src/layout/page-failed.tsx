import { Trans } from '@lingui/react/macro'
import { Button, Container, Group, Stack, Text, Title } from '@mantine/core'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { problemText } from '../ui/problem-text.ts'

/** A page that broke: the rest of the app goes on, and nothing typed elsewhere is lost. */
export const PageFailed = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter()
  const again = () => {
    reset()
    void router.invalidate()
  }
  return (
    <Container size="sm" py="xl" role="alert">
      <Stack gap="sm">
        <Title order={1} fz="h3">
          <Trans>Trang này gặp lỗi</Trans>
        </Title>
        <Text>{problemText(error)}</Text>
        <Group>
          <Button onClick={again}>
            <Trans>Thử lại</Trans>
          </Button>
          <Button variant="default" onClick={() => window.location.assign('/')}>
            <Trans>Về trang đầu</Trans>
          </Button>
        </Group>
      </Stack>
    </Container>
  )
}

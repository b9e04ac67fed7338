import { Trans } from '@lingui/react/macro'
import { Anchor, Container, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'

export const PageMissing = () => (
  <Container size="sm" py="xl">
    <Stack gap="sm">
      <Title order={1} fz="h3">
        <Trans>Không tìm thấy trang</Trans>
      </Title>
      <Text>
        <Trans>Địa chỉ không đúng, hoặc trang nằm ngoài phạm vi của bạn.</Trans>
      </Text>
      <Anchor component={Link} to="/">
        <Trans>Về trang đầu</Trans>
      </Anchor>
    </Stack>
  </Container>
)

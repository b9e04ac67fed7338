import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { Button, Container, Group, Paper, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { speak } from '../i18n/language.ts'

/** The frame of the pages before the app: sign-in, setup, first password. */
export const Gate = ({
  title,
  description,
  wide = false,
  children,
}: {
  title: ReactNode
  description?: ReactNode
  wide?: boolean
  children: ReactNode
}) => {
  const { i18n } = useLingui()
  const other = i18n.locale === 'vi' ? 'en' : 'vi'
  return (
    <Container component="main" size={wide ? 640 : 430} py={{ base: 'lg', sm: 64 }} px="md">
      <Group justify="space-between" mb="lg" wrap="nowrap">
        <Group gap="sm" wrap="nowrap">
          <img src="/icon.svg" alt="" width={44} height={44} />
          <div>
            <Text fw={700} lh={1.2}>
              Chung Tay
            </Text>
            <Text size="sm" c="dimmed">
              <Trans>Tháng hành động vì trẻ em</Trans>
            </Text>
          </div>
        </Group>
        <Button variant="subtle" size="xs" lang={other} onClick={() => void speak(other)}>
          {other === 'en' ? 'English' : 'Tiếng Việt'}
        </Button>
      </Group>
      <Paper withBorder p={{ base: 'md', sm: 'xl' }} bg="var(--chung-tay-surface)">
        <Stack gap="md">
          <div>
            <Title order={1} fz="h3">
              {title}
            </Title>
            {description && (
              <Text size="sm" c="dimmed" mt={4}>
                {description}
              </Text>
            )}
          </div>
          {children}
        </Stack>
      </Paper>
    </Container>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Box, Button, Card, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core'
import { IconAlertTriangle, IconInbox } from '@tabler/icons-react'
import type { LinkProps } from '@tanstack/react-router'
import type { ComponentType, ReactNode } from 'react'
import { ApiError } from '../api/problem.ts'
import { PlaceAnchor } from './place-anchor.tsx'
import { problemText } from './problem-text.ts'

/** The head of a page: its one `h1`, a sentence, and what can be done here. */
export const PageTitle = ({ title, description, action }: { title: ReactNode; description?: ReactNode; action?: ReactNode }) => (
  <Group justify="space-between" align="flex-start" mb="md" gap="sm">
    <Box maw={720}>
      <Title order={1} fz={{ base: 'h3', sm: 'h2' }}>
        {title}
      </Title>
      {description && (
        <Text component="div" className="page-note" c="dimmed" size="sm" mt={4}>
          {description}
        </Text>
      )}
    </Box>
    {action && (
      <Group className="no-print" gap="xs">
        {action}
      </Group>
    )}
  </Group>
)

type EmptyStateProps = {
  icon?: ComponentType<{ size?: number | string; stroke?: number | string }>
  title: ReactNode
  /** What to do next. */
  hint?: ReactNode
  action?: ReactNode
}

/** Nothing here yet: says so, and what to do next. */
export const EmptyState = ({ icon: Icon = IconInbox, title, hint, action }: EmptyStateProps) => (
  <Stack align="center" gap="xs" py="xl" px="md" ta="center">
    <ThemeIcon size={56} radius="xl" variant="light" aria-hidden>
      <Icon size={30} stroke={1.5} />
    </ThemeIcon>
    <Text fw={600}>{title}</Text>
    {hint && (
      <Text className="page-note" c="dimmed" size="sm" maw={440}>
        {hint}
      </Text>
    )}
    {action}
  </Stack>
)

/** What happened, and a way to try again. */
export const ErrorState = ({ error, retry }: { error: unknown; retry?: () => void }) => {
  const { t } = useLingui()
  const requestId = error instanceof ApiError ? error.requestId : null
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t`Chưa tải được`} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{problemText(error)}</Text>
        {requestId && (
          <Text size="xs">
            <Trans>Mã yêu cầu: {requestId}</Trans>
          </Text>
        )}
        {retry && (
          <Button size="xs" variant="default" onClick={retry}>
            <Trans>Thử lại</Trans>
          </Button>
        )}
      </Stack>
    </Alert>
  )
}

type FigureCardProps = {
  label: ReactNode
  value: ReactNode
  note?: ReactNode
  /** Where the records behind the number are. */
  link?: LinkProps
  tone?: 'plain' | 'warn' | 'bad'
}

/** A big number that leads to its records. */
export const FigureCard = ({ label, value, note, link, tone = 'plain' }: FigureCardProps) => (
  <Card className="figure-card" data-tone={tone} withBorder padding="md">
    <Text size="sm" c="dimmed">
      {label}
    </Text>
    <Text className="figures" fz={28} fw={700} lh={1.25} my={2}>
      {link ? (
        <PlaceAnchor link={link} className="covers-card">
          {value}
        </PlaceAnchor>
      ) : (
        value
      )}
    </Text>
    {note && (
      <Text size="xs" c="dimmed">
        {note}
      </Text>
    )}
  </Card>
)

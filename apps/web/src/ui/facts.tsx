import { Box, SimpleGrid, Text } from '@mantine/core'
import type { ReactNode } from 'react'

export type Fact = { label: string; value: ReactNode; wide?: boolean }

/** What is known of a record, by name: a list of terms in one column on a phone and two beside it. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <SimpleGrid component="dl" cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs" m={0}>
    {facts.map(({ label, value, wide = false }) => (
      <Box key={label} {...(wide && { style: { gridColumn: '1 / -1' } })}>
        <Text component="dt" size="xs" c="dimmed">
          {label}
        </Text>
        <Text component="dd" m={0} size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {value}
        </Text>
      </Box>
    ))}
  </SimpleGrid>
)

import type { WrittenBlock } from '@chung-tay/contracts/blocks'
import { Box, List, Table, Text } from '@mantine/core'

type Runs = Extract<WrittenBlock, { type: 'paragraph' }>['runs']

const Words = ({ runs }: { runs: Runs }) =>
  runs.map(({ text, bold, italic }, at) => (
    <Text key={`${at} ${text}`} span inherit fw={bold ? 700 : undefined} fs={italic ? 'italic' : undefined}>
      {text}
    </Text>
  ))

const WrittenTable = ({ rows: [head = [], ...rows] }: { rows: string[][] }) => (
  <Table.ScrollContainer minWidth={0}>
    <Table withTableBorder withColumnBorders fz="sm" my={6}>
      <Table.Thead>
        <Table.Tr>
          {head.map((cell, at) => (
            <Table.Th key={`${at} ${cell}`}>{cell}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row, line) => (
          <Table.Tr key={`${line} ${row.join(' ')}`}>
            {row.map((cell, at) => (
              <Table.Td key={`${at} ${cell}`}>{cell}</Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
)

const WrittenPart = ({ block }: { block: WrittenBlock }) => {
  if (block.type === 'table') return <WrittenTable rows={block.rows} />
  if (block.type === 'heading')
    return (
      <Text fw={600} size="sm" mt={6}>
        {block.text}
      </Text>
    )
  if (block.type === 'paragraph')
    return (
      <Text size="sm">
        <Words runs={block.runs} />
      </Text>
    )
  return (
    <List size="sm" type={block.type === 'numbers' ? 'ordered' : 'unordered'} listStyleType={block.type === 'numbers' ? 'decimal' : "'–  '"} ps="sm">
      {block.items.map((item, at) => (
        <List.Item key={`${at} ${item[0]?.text}`}>
          <Words runs={item} />
        </List.Item>
      ))}
    </List>
  )
}

/** A section as it will stand on paper. */
export const SectionBlocks = ({ blocks }: { blocks: readonly WrittenBlock[] }) => (
  <Box style={{ overflowWrap: 'anywhere' }}>
    {blocks.map((block, at) => (
      <WrittenPart key={at} block={block} />
    ))}
  </Box>
)

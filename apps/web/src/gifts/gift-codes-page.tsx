import { giftCodes, type MyGiftCode } from '@chung-tay/contracts/gift-codes'
import { showGiftCode } from '@chung-tay/domain/gifts/code'
import { Trans, useLingui } from '@lingui/react/macro'
import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconGift } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { useCampaign } from '../session/session.ts'
import { QrPicture } from '../ui/qr-picture.tsx'
import { Answer } from '../ui/record-query.tsx'
import { EmptyState, PageTitle } from '../ui/states.tsx'
import { DateTime, StatusBadge } from '../ui/texts.tsx'

const side = 260

const Code = ({ code, childName }: { code: string; childName: string }) => {
  const { t } = useLingui()
  return (
    <Stack gap={4} align="center">
      <QrPicture text={code} label={t`Mã nhận quà của ${childName}`} side={side} />
      <Text fz={28} fw={700} className="figures">
        {showGiftCode(code)}
      </Text>
    </Stack>
  )
}

const Gift = ({ item: { childName, listName, giftName, code, collected } }: { item: MyGiftCode }) => {
  const { t } = useLingui()
  const who = collected?.proxyRelation ? `${collected.collectorName} (${collected.proxyRelation})` : collected?.collectorName
  return (
    <Paper withBorder p="md" component="section" aria-label={childName}>
      <Title order={2} fz="lg">
        {childName}
      </Title>
      <Text size="sm">{giftName}</Text>
      <Text size="sm" c="dimmed" mb="sm">
        {listName}
      </Text>
      {code !== null && <Code code={code} childName={childName} />}
      {collected && (
        <>
          <StatusBadge tone="good">{t`Đã nhận`}</StatusBadge>{' '}
          <Text component="span" size="sm">
            {who}, <DateTime value={collected.at} />
          </Text>
        </>
      )}
      {code === null && !collected && <Text size="sm">{t`Danh sách đã kết thúc trao quà. Hỏi Công đoàn nếu cháu chưa nhận.`}</Text>}
    </Paper>
  )
}

/** A parent's own: what the phone shows at the desk. */
export const GiftCodesPage = () => {
  const { t } = useLingui()
  const { year } = useCampaign()
  const codes = useQuery(queryOf(giftCodes.mine, {}))
  return (
    <>
      <PageTitle
        title={t`Mã nhận quà`}
        description={
          <Trans>Đưa mã cho bàn trao quà quét, hoặc đọc mười số. Một mã mở cả gia đình. Nhờ người khác nhận thay thì gửi mã cho họ.</Trans>
        }
      />
      <Answer query={codes}>
        {({ items }) => {
          const shown = items.filter((item) => item.year === year)
          return shown.length === 0 ? (
            <EmptyState icon={IconGift} title={t`Chưa có mã nào`} hint={t`Mã hiện ở đây sau khi Lãnh đạo duyệt danh sách có con của bạn.`} />
          ) : (
            <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
              {shown.map((item) => (
                <Gift key={item.id} item={item} />
              ))}
            </SimpleGrid>
          )
        }}
      </Answer>
    </>
  )
}

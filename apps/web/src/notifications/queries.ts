import { notifications } from '@chung-tay/contracts/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { mutationOf, queryOf } from '../api/query.ts'
import { toastFailed } from '../ui/toast.tsx'

/** The latest ones and how many were not read yet, asked again every two minutes. */
export const useLatestNotifications = () => useQuery({ ...queryOf(notifications.list, { query: { limit: 10 } }), refetchInterval: 120_000 })

export const useReadAll = () => useMutation({ ...mutationOf(notifications.readAll), onError: toastFailed })

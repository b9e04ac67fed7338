/**
 * Keeps the files of this page on the device, so that it opens without a network, and asks the browser not to clear what it keeps
 * when room is short. Only where the browser allows it (https, or this very machine).
 */
export const keepPage = (): void => {
  navigator.storage?.persist().catch(() => undefined)
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  navigator.serviceWorker.register('/desk-worker.js', { scope: '/desk/' }).catch(() => undefined)
}

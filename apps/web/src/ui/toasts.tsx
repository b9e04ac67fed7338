import '@mantine/notifications/styles.css'
import { Notifications } from '@mantine/notifications'

const ToastContainer = () => <Notifications position="bottom-right" zIndex={400} />

export default ToastContainer

import { useRouter } from '@tanstack/react-router'

/** Opens another page, as a link would. */
export function useGo(): (href: string) => void {
  const router = useRouter()
  return (href) => router.history.push(href)
}

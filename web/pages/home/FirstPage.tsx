import { useMe } from '../../app/session.ts'
import { Home } from './Home.tsx'
import { Welcome } from './Welcome.tsx'

export function FirstPage() {
  const me = useMe()
  return me ? <Home me={me} /> : <Welcome />
}

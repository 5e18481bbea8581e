import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { App } from './app/App.tsx'
import { loadAnewAfterOutage } from './app/outage.ts'
import { currentSettings } from './app/settings.ts'
import { openText } from './text/open.ts'
import './ui/base.css'
import './ui/print.css'

// Compiled parsers are made with `new Function`, which the page's policy forbids and the browser would report each time.
z.config({ jitless: true })

loadAnewAfterOutage()
const place = document.getElementById('app')
if (!place) throw new Error('the page has no place for the app')
await openText(currentSettings().language)
createRoot(place).render(<App />)

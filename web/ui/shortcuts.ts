/**
 * The keys of the page. Single letters can be switched off, for those who speak to their computer or rest a hand on the
 * keyboard (WCAG 2.2, 2.1.4); keys with Ctrl or Cmd always work.
 */
import { useEffect, useRef, useSyncExternalStore } from 'react'

/** `mod+Enter` is Ctrl or, on a Mac, Cmd with Enter; `n` is the letter alone, when nobody is typing. */
interface Shortcut {
  readonly keys: string
  /** What it does, as the help lists it. */
  readonly label: string
  readonly run: () => void
}

const STORED = 'twinchart.single-keys'

let shortcuts: readonly Shortcut[] = []
let singleKeys = globalThis.localStorage?.getItem(STORED) !== 'off'
const listeners = new Set<() => void>()

/** While the component is there, the keys do this. */
export function useShortcut(keys: string, label: string, run: () => void): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    const shortcut = { keys, label, run: () => latest.current() }
    change([...shortcuts, shortcut])
    return () => change(shortcuts.filter((other) => other !== shortcut))
  }, [keys, label])
}

export function useShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(subscribe, () => shortcuts)
}

export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, () => singleKeys)
  return [on, setSingleKeys]
}

/** Which shortcut a key press means: the newest wins, so that a panel can take a key over from its page. */
export function shortcutFor(press: Press, known: readonly Shortcut[], single: boolean): Shortcut | undefined {
  const modified = press.ctrlKey || press.metaKey
  if (press.altKey || (!modified && (press.typing || !single))) return undefined
  const keys = modified ? `mod+${press.key}` : press.key
  return known.findLast((shortcut) => shortcut.keys === keys)
}

export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  /** Whether the focus is where letters are text. */
  readonly typing: boolean
}

function setSingleKeys(on: boolean): void {
  singleKeys = on
  localStorage.setItem(STORED, on ? 'on' : 'off')
  for (const listener of listeners) listener()
}

function change(next: readonly Shortcut[]): void {
  shortcuts = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) document.addEventListener('keydown', press)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) document.removeEventListener('keydown', press)
  }
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || document.querySelector('dialog[open]')) return
  const { key, ctrlKey, metaKey, altKey } = event
  const shortcut = shortcutFor(
    { key, ctrlKey, metaKey, altKey, typing: isTyping(event.target) },
    shortcuts,
    singleKeys,
  )
  if (!shortcut) return
  event.preventDefault()
  shortcut.run()
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  )
}

import { useSyncExternalStore } from 'react'
import { MINUTE, SECOND, systemClock, type Instant } from '#kernel'

/** The present, to the minute: pages that say "today" or count minutes are drawn again when it changes. */
export function useNow(): Instant {
  return useSyncExternalStore(everyMinute.subscribe, everyMinute.current)
}

/** The present, to the second: for a clock in its last minute. */
export function useSecond(): Instant {
  return useSyncExternalStore(everySecond.subscribe, everySecond.current)
}

const everyMinute = ticker(MINUTE)
const everySecond = ticker(SECOND)

/** One timer however many listen, none while nobody does. */
function ticker(every: number) {
  let now = systemClock.now()
  let timer: ReturnType<typeof setInterval> | undefined
  const listeners = new Set<() => void>()
  const tick = () => {
    now = systemClock.now()
    for (const listener of listeners) listener()
  }
  return {
    current: () => now,
    subscribe(listener: () => void) {
      listeners.add(listener)
      timer ??= setInterval(tick, every)
      now = systemClock.now()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        clearInterval(timer)
        timer = undefined
      }
    },
  }
}

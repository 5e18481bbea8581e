export { fsck, sizeOf, type FsckOptions } from './fsck.ts'
export { useStore } from '../start.ts'
export type { FsckReport } from './report.ts'

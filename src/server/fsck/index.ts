export { fsck, sizeOf } from './fsck.ts'
export { useStore } from '../start.ts'
export type { FsckReport } from './report.ts'

export * from './contents.ts'
export * from './frames.ts'
export * from './report.ts'
export { verifyExport, type Trust } from './verify.ts'

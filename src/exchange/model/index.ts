export * from './contents.ts'
export * from './frames.ts'
export * from './report.ts'
export { beginVerifying, verifyExport, type Trust, type Verifying } from './verify.ts'

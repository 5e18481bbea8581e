export * from './chart.ts'
export * from './shapes.ts'
export * from './staff.ts'
export * from './visit.ts'

export { exportChart, type ExportPorts, type LeafOpener } from './export.ts'
export { importBundles, type ImportPorts, type ImportReport, type Progress } from './import/importer.ts'
export { openSource, type Source } from './import/lines.ts'
export { exchangeMigrations } from './tables.ts'

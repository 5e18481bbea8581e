/** What a statement may be given. */
export type Value = null | boolean | number | string | Uint8Array | readonly Value[]

/** Rows on their way into a table: values in the order of the columns. */
export type Rows = Iterable<readonly Value[]> | AsyncIterable<readonly Value[]>

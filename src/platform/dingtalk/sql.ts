/** Runs one statement that is committed when the promise resolves; implemented by the database pool. */
export interface Sql {
  query<Row>(text: string, values: unknown[]): Promise<Row[]>;
}

/** What the limiter and the ledger need of the database: one statement, committed when it returns. */
export interface Sql {
  query<Row>(text: string, values: unknown[]): Promise<Row[]>;
}

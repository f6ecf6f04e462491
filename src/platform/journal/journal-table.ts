/** A table whose row changes are recorded, so that replay can restore it. Declared by the parts of the campaign. */
export interface JournalTable {
  name: string;
  /** Columns of the primary key, in order. */
  key: readonly string[];
  /** Column of the campaign's id. */
  campaignColumn: string;
  /**
   * Given for a table of the machinery: the actions that change nothing else. Who looks back sees it as it is now, and
   * these entries, which may be most of a journal, are not read.
   */
  machinery?: readonly string[];
}

/** Names a row by its primary key. */
export interface RowName {
  table: string;
  /** column → value */
  key: Readonly<Record<string, string | number>>;
}

/** A row before and after, as the database's `to_jsonb`; null where it does not exist. */
export interface RowChange extends RowName {
  before: unknown;
  after: unknown;
}

/** A declared table. */
export interface NamedTable<Column extends string> extends JournalTable {
  key: readonly Column[];
  row(key: Readonly<Record<Column, string | number>>): RowName;
}

export const journalTable = <const Column extends string>(
  name: string,
  key: readonly Column[],
  campaignColumn = "campaign_id",
  machinery?: readonly string[],
): NamedTable<Column> => ({
  ...{ name, key, campaignColumn, row: (values) => ({ table: name, key: values }) },
  ...(machinery ? { machinery } : {}),
});

/** A table of an earlier version, whose recorded changes apply to the tables that replaced it. */
export interface RetiredTable {
  name: string;
  upgrade(change: RowChange): readonly RowChange[];
}

/** All declared tables, parents before children. */
export interface JournalSchema {
  tables: readonly JournalTable[];
  retired: readonly RetiredTable[];
}

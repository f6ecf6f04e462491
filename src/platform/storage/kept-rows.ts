/** A version of something stored, as the database names it. */
export interface RowVersion {
  /** The server and its database, from its start on: another one's versions are others. */
  server: string;
  key: string;
  /** Equal for equal versions of one database: `xmin` and `ctid` of the row that is written anew with each. */
  stamp: string;
  /** It is not committed yet, and may never be: it is not kept. */
  isOwn: boolean;
}

export interface KeptRows<Row> {
  of(version: RowVersion): Row | undefined;
  /** @returns the row */
  keep(version: RowVersion, row: Row): Row;
}

/**
 * What a process has read of rows that all of a campaign's are asked for several times in a turn and again in the next.
 * Nobody changes them in place.
 */
export function keptRows<Row>(most: number): KeptRows<Row> {
  const kept = new Map<string, { stamp: string; row: Row }>();
  const nameOf = ({ server, key }: RowVersion) => `${server}\u0000${key}`;
  return {
    of(version) {
      const known = kept.get(nameOf(version));
      return known?.stamp === version.stamp ? known.row : undefined;
    },
    keep(version, row) {
      if (version.isOwn) return row;
      if (kept.size >= most) kept.clear();
      kept.set(nameOf(version), { stamp: version.stamp, row });
      return row;
    },
  };
}

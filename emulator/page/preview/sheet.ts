/** A sheet as it is shown. */
export interface Sheet {
  name: string;
  /** Widths in px. */
  columns: number[];
  rows: SheetRow[];
  /** The number of frozen rows and columns. */
  frozen: { rows: number; columns: number };
  /** The sheet is truncated. */
  cut: boolean;
}

export interface SheetRow {
  /** In px; automatic when undefined. */
  height?: number;
  cells: SheetCell[];
}

export interface SheetCell {
  text: string;
  colSpan: number;
  rowSpan: number;
  style: Record<string, string>;
}

export const MAX_ROWS = 500;
export const MAX_SHEET_COLUMNS = 50;

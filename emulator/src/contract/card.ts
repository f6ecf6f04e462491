/** A card as the emulator renders it and as one user reads it. Card nodes serve only the page and may change. */

/** One rendered node of a card, interpreted from a template's components with this user's data. */
export type CardNode =
  | { kind: "header"; title: string; color?: string; icon?: string; status?: string }
  | ({ kind: "text" } & CardText)
  | { kind: "markdown"; source: string }
  | { kind: "divider"; upright?: true }
  | CardGroup
  | { kind: "collapse"; title: string; open: boolean; children: CardNode[] }
  | ({ kind: "button" } & CardButton)
  | ({ kind: "form" } & CardForm)
  | CardInput
  | ({ kind: "table" } & CardTable & CardTableLook)
  | ({ kind: "chart" } & CardChart & CardChartLook)
  /** Width and height in pixels, where the template fixes them. */
  | { kind: "image"; source: string; alt: string; width?: number; height?: number }
  | { kind: "avatar"; source: string; name: string }
  | { kind: "icon"; name: string; color?: string }
  | { kind: "tag"; text: string; color?: string }
  | { kind: "progress"; percent: number; text?: string; color?: string }
  /** An unknown component is shown as a labelled box, never dropped. */
  | { kind: "unknown"; component: string; id: string };

export interface CardText {
  text: string;
  size?: "display" | "heading" | "title" | "body" | "meta";
  color?: string;
  bold?: boolean;
  italic?: true;
  struck?: true;
  align?: "center" | "right";
  /** Truncated after this many lines, as on the client. */
  lines?: number;
  /** In a row only as wide as its text. */
  fit?: true;
  icon?: string;
}

export interface CardGroup {
  kind: "group";
  direction: "row" | "column";
  children: CardNode[];
  /** Number of columns of equal width. */
  columns?: number;
  box?: CardBox;
  /** The press of the whole area, except where a child takes the press. */
  press?: CardButton;
}

/** The frame of a group. */
export interface CardBox {
  /** In a row: its share of the width, its width in pixels, or as wide as its content. */
  width?: { share: number } | { pixels: number } | "content";
  /** Minimum height in pixels. */
  height?: number;
  across?: "center" | "right";
  down?: "center" | "bottom";
  /** A color's name or `#rrggbb`, with its counterpart for the dark theme. */
  fill?: { light: string; dark?: string };
  framed?: true;
  padded?: true;
}

/** What a press does. Steps start in order without waiting for each other, as in the client. */
export type CardStep =
  /** Calls back; the steps that follow are computed from the answer. */
  | { kind: "request"; actionId: string; params: Record<string, unknown> }
  | { kind: "open"; url: string }
  | { kind: "say"; text: string; tone: "success" | "plain" | "failure" }
  /** Sets a local variable of the client; with a key, one property of it. */
  | { kind: "set"; local: string; key?: string; value: unknown }
  | { kind: "copy"; text: string }
  | { kind: "ask"; title: string; text: string; ok: CardAnswerOption; cancel: CardAnswerOption }
  | { kind: "choose"; title: string; text: string; options: CardAnswerOption[] }
  /** An action the emulator does not support, by its name in the export. */
  | { kind: "unsupported"; action: string };

export interface CardAnswerOption {
  label: string;
  danger?: true;
  steps: CardStep[];
}

export interface CardButton {
  actionId: string;
  label: string;
  look: "primary" | "default" | "danger";
  disabled: boolean;
  icon?: string;
  /** Empty: a press changes nothing, as on a link without an address. */
  steps: CardStep[];
}

export interface CardForm {
  formId: string;
  submitLabel: string;
  disabled: boolean;
  fields: CardField[];
  /** Params the template adds next to `form`. */
  params: Record<string, unknown>;
}

/** As in the platform's form variable. */
export interface CardField {
  name: string;
  label: string;
  type: string;
  required: boolean;
  hidden?: boolean;
  readOnly?: boolean;
  placeholder?: string;
  requiredMsg?: string;
  /** Of days and times, as `yyyy-MM-dd HH:mm`. */
  format?: string;
  minRows?: number;
  maxRows?: number;
  /** For lists of texts: the label of the add button. */
  addText?: string;
  value?: unknown;
  options?: { value: string; text: string }[];
}

/** An input outside a form: the client stores its value under `local`, or calls back on each change. */
export interface CardInput {
  kind: "input";
  local: string;
  /** The property of `local` that it writes. */
  key?: string;
  label: string;
  input: CardField;
  /** Sent at each change, with the value under the input's id. */
  sends?: { actionId: string; params: Record<string, unknown> };
}

export interface CardTable {
  columns: { name: string; label: string }[];
  rows: Record<string, string>[];
}

export interface CardTableLook {
  /** By column. */
  looks: { align?: CardAlign; share?: number; pixels?: number }[];
  /** By row and column. */
  cells: CardCell[][];
  /** Lines of a cell before it is cut off. */
  lines?: number;
}

type CardAlign = "left" | "center" | "right";

export interface CardCell {
  text: string;
  align?: CardAlign;
  color?: string;
  fill?: string;
  icon?: string;
  hint?: string;
  /** What a press on the cell, or on the button in it, does. */
  press?: CardButton;
  button?: true;
}

export interface CardChart {
  title: string;
  type: string;
  data: unknown;
}

export interface CardChartLook {
  stacked?: true;
  /** Lower end of the value axis. */
  least?: number;
}

/** A card as one user sees it: the reply of `GET /users/{userId}/cards/{outTrackId}`. */
export interface CardReading {
  outTrackId: string;
  templateId: string;
  version: number;
  data: Record<string, string>;
  /** The text of the card, top to bottom, line by line. */
  text: string;
  actions: { actionId: string; label: string; disabled: boolean }[];
  forms: { formId: string; fields: CardField[]; submitLabel: string; disabled: boolean }[];
  links: Link[];
  tables: CardTable[];
  charts: CardChart[];
  /** For the page. */
  nodes: CardNode[];
  /** Earlier versions, oldest first. */
  versions: { version: number; at: string; cause: string; text: string }[];
}

export interface Link {
  linkId: string;
  label: string;
  url: string;
  /** In a message: a button below its text, or a tile that is pressed as a whole; else part of its text. */
  look?: "button" | "tile";
}

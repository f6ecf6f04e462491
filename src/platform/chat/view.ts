/**
 * Content of a card or a message, independent of the platform. Features return views; the adapter decides the look.
 * All texts are Chinese and come from a feature's phrases or the campaign definition.
 */
export interface View {
  /** At most 64 characters. */
  title: string;
  tone: Tone;
  /** Shown beside the title in the color of `tone`: 进行中, 剩3个工作日, 已逾期. */
  status?: string;
  body: Block[];
  form?: ViewForm;
  actions: Action[];
  /** The question it asks, for an answer that quotes it later. Never shown. */
  asks?: Asks;
  /** What the numbers of its list stand for. Never shown. */
  listed?: readonly Listed[];
  /** Last line, in grey: source, plan line, 系统建议，非文件规定. */
  footnote?: string;
}

/** A question, as the part that asks it keeps it. */
export interface Asks {
  /** Kind of the dialogue that takes the answer. */
  kind: string;
  state: unknown;
  /** Of several questions of the dialogue; left out: the one that is open. */
  question?: string;
  /** Left out on a card, which belongs to its campaign. */
  campaignId?: string;
  /** Whose work the answer is, where it is not the person's own. */
  actsFor?: string;
}

/** blue running, orange near, red overdue, green done, grey closed */
export type Tone = "running" | "near" | "overdue" | "done" | "closed";

export type Block =
  /** One line in bold above what it names. */
  | { kind: "heading"; text: string }
  /** Paragraphs, drawn as they are written; with `links`, addresses in them can be pressed. */
  | { kind: "text"; text: string; links?: true }
  /** A verbatim quotation. */
  | { kind: "quote"; text: string }
  | { kind: "facts"; facts: readonly { label: string; value: string }[] }
  | { kind: "list"; items: readonly string[]; ordered?: boolean }
  | { kind: "table"; columns: readonly string[]; rows: readonly (readonly string[])[] };

/** A button, and the words that do the same when typed. */
export interface Action {
  /** `<feature>.<verb>`, e.g. `campaign.progress`. */
  id: string;
  /** 2–6 characters with a verb. */
  label: string;
  /** The equivalent message, e.g. `初评 锦绣花园`. */
  typed: string;
  look: "primary" | "default" | "danger";
  /** Id of what the action is about; returned as `subject` of the callback. */
  subject?: string;
  /** Shown, but cannot be pressed. */
  disabled?: boolean;
}

/** One of a list with numbers: what a bare number that is sent next stands for. */
export interface Listed {
  name: string;
  /** The equivalent message. */
  typed: string;
}

export interface ViewForm {
  id: string;
  /** Action of the submit button, and its subject. */
  action: string;
  subject?: string;
  submitLabel: string;
  disabled?: boolean;
  fields: readonly ViewField[];
}

export interface ViewField {
  /** The definition's key, e.g. `compoundAddress` or `1-1-reason`. */
  name: string;
  /** In the plan's words, without inner spaces. */
  label: string;
  kind: "text" | "textArea" | "number" | "date" | "select" | "multiSelect" | "switch";
  required: boolean;
  placeholder?: string;
  /** The saved answer, in the form in which it would be submitted. */
  value?: string | number | boolean | readonly string[];
  options?: readonly { value: string; text: string }[];
}

/** A view of one paragraph. */
export const textView = (title: string, text: string, rest: Partial<Omit<View, "title" | "body">> = {}): View => ({
  title,
  tone: "running",
  body: [{ kind: "text", text }],
  actions: [],
  ...rest,
});

/**
 * What a card or a message shows, free of any platform. Features return views; renderers decide the look.
 * All texts are Chinese that people read and come from a feature's phrases or the campaign definition.
 */
export interface View {
  /** What and when, at most 64 characters. */
  title: string;
  tone: Tone;
  /** The state in words, beside the title: 进行中, 剩3个工作日, 已逾期. Tone is only its color. */
  status?: string;
  body: Block[];
  form?: ViewForm;
  actions: Action[];
  /** A grey last line: source, plan line, 系统建议，非文件规定. */
  footnote?: string;
}

/** blue running, orange near, red overdue, green done, grey closed */
export type Tone = "running" | "near" | "overdue" | "done" | "closed";

export type Block =
  /** Paragraphs; `**bold**` is the only markup. */
  | { kind: "text"; text: string }
  /** A sentence quoted word for word. */
  | { kind: "quote"; text: string }
  | { kind: "facts"; facts: readonly { label: string; value: string }[] }
  | { kind: "list"; items: readonly string[]; ordered?: boolean }
  | { kind: "table"; columns: readonly string[]; rows: readonly (readonly string[])[] };

/** Something the person can do from here: a button, and the words that do the same when typed. */
export interface Action {
  /** `<feature>.<verb>`, e.g. `campaign.progress`. */
  id: string;
  /** 2–6 characters with a verb. */
  label: string;
  /** The typed twin, e.g. `初评 锦绣花园`. */
  typed: string;
  look: "primary" | "default" | "danger";
  /** What the action is about (an id of ours), handed back as `subject` of the callback. */
  subject?: string;
  /** Shown but not to be pressed. */
  disabled?: boolean;
}

export interface ViewForm {
  /** Handed back as the form's id. */
  id: string;
  /** The action that submitting performs, and its subject. */
  action: string;
  subject?: string;
  submitLabel: string;
  disabled?: boolean;
  fields: readonly ViewField[];
}

export interface ViewField {
  /** The definition's key, e.g. `compoundAddress` or `1-1-reason`. */
  name: string;
  /** The plan's words without inner spaces. */
  label: string;
  kind: "text" | "textArea" | "number" | "date" | "select" | "multiSelect" | "switch";
  required: boolean;
  placeholder?: string;
  /** The saved answer, as it would be submitted. */
  value?: string | number | boolean | readonly string[];
  options?: readonly { value: string; text: string }[];
}

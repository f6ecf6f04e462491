import type { Span } from "../client/clock.ts";

/** A file of a step: its text or bytes in the scenario itself, or a path next to it. */
export type ScenarioFile =
  | { name: string; text: string }
  | { name: string; base64: string }
  | { name: string; path: string };

/** The person of a step and the chat: a name or a userId, a group's title or id. */
interface Whose {
  who: string;
  /** undefined: the direct chat with the bot. */
  in?: string;
}

export type FieldEntry = string | readonly string[];

/** An action of a person. */
export type ActionStep =
  /** In a group the text starts with @ and the bot's name, otherwise the bot does not receive it. */
  /** `quote`: a part of the text of the message it answers. */
  | (Whose & { kind: "say"; text: string; quote?: string })
  /** A button, or a link that looks like one. `card`: a part of the text of its card. */
  | (Whose & { kind: "press"; label: string; card?: string; inputs?: Readonly<Record<string, FieldEntry>> })
  | (Whose & { kind: "fill"; values: Readonly<Record<string, FieldEntry>>; card?: string })
  | (Whose & { kind: "drop"; files: readonly ScenarioFile[]; text?: string })
  | (Whose & { kind: "read" })
  | (Whose & { kind: "recall"; text?: string });

export type Step =
  | ActionStep
  | { kind: "goTo"; moment: string }
  | { kind: "advance"; span: Span }
  | { kind: "next" }
  | (Whose & { kind: "see"; texts: readonly string[]; never: boolean })
  | { kind: "caption"; text: string }
  | { kind: "fault"; name: string; times?: number }
  | { kind: "calm" };

export interface PlacedStep {
  /** In the file, counted from 1. */
  line: number;
  step: Step;
}

export interface Scenario {
  title: string;
  about?: string;
  /** Where the clock must be before the first step. */
  start?: string;
  /** Side by side on the page, at most four. */
  people: readonly string[];
  steps: readonly PlacedStep[];
}

/** Problems of a scenario or of its playing: sentences, each with its line. */
export class ScenarioError extends Error {
  override readonly name = "ScenarioError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map(({ line, message }) => `第${line}行：${message}`).join("\n"), options);
    this.problems = problems;
  }
}

export interface Problem {
  line: number;
  message: string;
}

export const isActionStep = (step: Step): step is ActionStep =>
  ["say", "press", "fill", "drop", "read", "recall"].includes(step.kind);

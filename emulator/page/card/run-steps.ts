import type { CardAnswerOption, CardStep } from "../../src/contract/card.ts";
import { assertNever } from "../assert-never.ts";
import type { Question } from "./card-interaction.ts";

type Of<Kind extends CardStep["kind"]> = Extract<CardStep, { kind: Kind }>;

/** The effects a card's steps may have. */
export interface StepEffects {
  set(step: Of<"set">): void;
  say(step: Of<"say">): void;
  open(url: string): void;
  copy(text: string): void;
  ask(question: Question | undefined): void;
  /** Calls back and returns the steps that follow. `actionId` identifies the press, including the chosen options. */
  request(step: Of<"request">, actionId: string): Promise<readonly CardStep[]>;
  unsupported(action: string): void;
}

/** Runs the steps of a press as the client does: each starts in order, none waits for the one before. */
export function runSteps(steps: readonly CardStep[], actionId: string, effects: StepEffects): void {
  for (const step of steps) runStep(step, actionId, effects);
}

function runStep(step: CardStep, actionId: string, effects: StepEffects): void {
  switch (step.kind) {
    case "set":
      effects.set(step);
      break;
    case "say":
      effects.say(step);
      break;
    case "open":
      effects.open(step.url);
      break;
    case "copy":
      effects.copy(step.text);
      break;
    case "ask":
      effects.ask(asked(step, actionId, effects));
      break;
    case "choose":
      effects.ask(offered(step, actionId, effects));
      break;
    case "request":
      void effects.request(step, actionId).then((next) => runSteps(next, actionId, effects));
      break;
    case "unsupported":
      effects.unsupported(step.action);
      break;
    default:
      assertNever(step);
  }
}

const asked = ({ title, text, ok, cancel }: Of<"ask">, actionId: string, effects: StepEffects): Question => ({
  kind: "ask",
  title,
  text,
  options: [cancel, ok],
  answer: (option) => {
    effects.ask(undefined);
    runSteps((option ?? cancel).steps, actionId, effects);
  },
});

const offered = ({ title, text, options }: Of<"choose">, actionId: string, effects: StepEffects): Question => ({
  kind: "choose",
  title,
  text,
  options,
  answer: (option: CardAnswerOption | undefined) => {
    effects.ask(undefined);
    if (option !== undefined) runSteps(option.steps, `${actionId}/${options.indexOf(option)}`, effects);
  },
});

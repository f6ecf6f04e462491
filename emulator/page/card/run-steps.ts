import type { CardAnswerOption, CardStep } from "../../src/contract/card.ts";
import { assertNever } from "../assert-never.ts";
import type { Question } from "./rendered-card.ts";

type Of<Kind extends CardStep["kind"]> = Extract<CardStep, { kind: Kind }>;

/** What a card's steps may do to the world around it. */
export interface StepDoors {
  set(step: Of<"set">): void;
  say(step: Of<"say">): void;
  open(url: string): void;
  copy(text: string): void;
  ask(question: Question | undefined): void;
  /** Calls back and gives what follows on the answer. `actionId` names the press, and the option chosen on the way. */
  request(step: Of<"request">, actionId: string): Promise<readonly CardStep[]>;
  unsupported(action: string): void;
}

/** Runs the steps of a press as the client does: each starts in its order, none waits for the one before. */
export function runSteps(steps: readonly CardStep[], actionId: string, doors: StepDoors): void {
  for (const step of steps) runStep(step, actionId, doors);
}

function runStep(step: CardStep, actionId: string, doors: StepDoors): void {
  switch (step.kind) {
    case "set":
      doors.set(step);
      break;
    case "say":
      doors.say(step);
      break;
    case "open":
      doors.open(step.url);
      break;
    case "copy":
      doors.copy(step.text);
      break;
    case "ask":
      doors.ask(asked(step, actionId, doors));
      break;
    case "choose":
      doors.ask(offered(step, actionId, doors));
      break;
    case "request":
      void doors.request(step, actionId).then((next) => runSteps(next, actionId, doors));
      break;
    case "unsupported":
      doors.unsupported(step.action);
      break;
    default:
      assertNever(step);
  }
}

const asked = ({ title, text, ok, cancel }: Of<"ask">, actionId: string, doors: StepDoors): Question => ({
  kind: "ask",
  title,
  text,
  options: [cancel, ok],
  answer: (option) => {
    doors.ask(undefined);
    runSteps((option ?? cancel).steps, actionId, doors);
  },
});

const offered = ({ title, text, options }: Of<"choose">, actionId: string, doors: StepDoors): Question => ({
  kind: "choose",
  title,
  text,
  options,
  answer: (option: CardAnswerOption | undefined) => {
    doors.ask(undefined);
    if (option !== undefined) runSteps(option.steps, `${actionId}/${options.indexOf(option)}`, doors);
  },
});

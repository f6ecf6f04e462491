import type { CivilDate } from "../../../shared/civil-date.ts";
import type { Definition } from "../../definition/definition.ts";
import type { RulingsInForce } from "../../definition/rulings-in-force.ts";
import type { RulingValue } from "../../definition/schema/rulings.ts";
import type { Taker } from "./taker.ts";

export interface ReadContext {
  definition: Definition;
  today: CivilDate;
  /** Answers in force: what an answer does not name stays as it is. */
  rulings?: RulingsInForce;
}

/** Readings among which the person chooses, each as typed: 5天, 7天. */
export interface Several {
  several: readonly string[];
}

/** Takes what it understands from the text. `undefined`: no value is understood. */
export type Read = (taker: Taker, context: ReadContext) => RulingValue | Several | undefined;

/** `needed`: an answer without value is refused, because the default would stay in force against its text. */
export interface Reader {
  needed: boolean;
  forms(definition: Definition): string;
  read: Read;
}

export const isSeveral = (read: RulingValue | Several): read is Several => "several" in read;

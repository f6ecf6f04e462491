import { conversation } from "./machines/conversation.ts";
import { decisions } from "./machines/decisions.ts";
import { lanes } from "./machines/lanes.ts";
import { schedule } from "./machines/schedule.ts";
import { scoring } from "./machines/scoring.ts";
import { supervision } from "./machines/supervision.ts";
import { keepPromises } from "./seeds.ts";

keepPromises([() => conversation, () => lanes, () => supervision, () => scoring, () => decisions, schedule]);

import { dayWords } from "../campaign/wording.ts";
import { dayOf } from "../shared/civil-date.ts";

export const rulingPhrases = {
  given: (name: string, at: Date) => `${name} ${dayWords(dayOf(at))}`,
};

import { dayWords } from "../src/campaign/definition/wording.ts";
import type { CityActs } from "./city-acts.ts";
import { numberOf } from "./open-question.ts";
import type { PersistentPerson } from "./persistent.ts";

/** Organizer and approver who only type. */
export function cityByWords({
  organizer,
  approver,
}: {
  organizer: PersistentPerson;
  approver: PersistentPerson;
}): CityActs {
  return {
    async answers(ruling, text) {
      await organizer.says(`口径 ${ruling} ${text}`);
      await approver.says(`确认口径 ${ruling}`);
    },
    async selectsAllBut(names, reason) {
      const shown = await organizer.says("择优");
      const all = listed(shown.map(({ text = "", card }) => `${text}\n${card?.text ?? ""}`).join("\n"));
      const passed = names.map((name) => numberOf(shown, name));
      await organizer.says(all.filter((number) => !passed.includes(number)).join(" "));
      await organizer.says(`理由 1-${all.length} ${reason}`);
      await organizer.says("报批");
      await approver.says("批准");
    },
    async publishes() {
      await organizer.says("公布");
      await organizer.says("确认公布");
    },
    async recommendsToProvince(names, { reason, sentOn }) {
      await organizer.says(`报批向省推荐 ${names.map((name) => `${name}：${reason}`).join("；")}`);
      await approver.says("批准向省推荐");
      await organizer.says(`登记向省报送 ${dayWords(sentOn)}`);
    },
  };
}

/** The numbers of a numbered list. */
const listed = (text: string): number[] =>
  text.split("\n").flatMap((line) => (/^\s*\d+\.\s/.test(line) ? [Number.parseInt(line.trim(), 10)] : []));

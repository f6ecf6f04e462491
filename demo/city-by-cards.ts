import type { CityActs } from "./city-acts.ts";
import type { PersistentPerson } from "./persistent.ts";

/** Organizer and approver who only press and fill in. */
export function cityByCards({
  organizer,
  approver,
}: {
  organizer: PersistentPerson;
  approver: PersistentPerson;
}): CityActs {
  const page = () => organizer.latestCard(({ forms }) => forms.some(({ formId }) => formId.startsWith("selection-")));
  return {
    async answers(ruling, text) {
      await organizer.presses("口径");
      await organizer.presses(`口径 ${ruling}`);
      await organizer.submits({ answer: text });
      await approver.submits({});
    },
    async selectsAllBut(names, reason) {
      await organizer.presses("择优");
      const numbers = ((await page())?.text ?? "").split("\n").flatMap((line) => {
        const number = /^\s*(\d+)\. /u.exec(line)?.[1];
        return number === undefined || names.some((name) => line.includes(name)) ? [] : [number];
      });
      await organizer.submits({ numbers: numbers.join(" "), selected: reason, passed: reason });
      await organizer.presses("报批");
      await approver.presses("批准");
    },
    async publishes() {
      await organizer.presses("公布");
      await organizer.presses("确认公布");
    },
    async recommendsToProvince(names, { reason, sentOn }) {
      await organizer.says("向省推荐");
      const shown = await organizer.latestCard(({ text }) => text.startsWith("向省推荐"));
      const numbers = names.map((name) => new RegExp(`^(\\d+)\\. .*${name}`, "mu").exec(shown?.text ?? "")?.[1]);
      const reasons = Object.fromEntries(names.map((_, at) => [`reason${at + 1}`, reason]));
      await organizer.submits({ numbers: numbers.join(" "), ...reasons });
      await approver.submits({ verdict: "approved" });
      await organizer.says("向省推荐");
      await organizer.submits({ sentOn });
    },
  };
}

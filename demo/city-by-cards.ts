import type { CityActs } from "./city-acts.ts";
import type { PersistentPerson } from "./persistent.ts";

const MAX_PAGES = 12;

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
      for (let turned = 0; turned < MAX_PAGES; turned++) {
        const form = (await page())?.forms[0];
        if (!form) break;
        // The last field says what comes after the page; left out, the next page does.
        const cases = form.fields.filter(({ name }) => name !== "then");
        const values = cases.map((field) => {
          const isPassed = names.some((name) => field.label.includes(name));
          return [field.name, field.options ? (isPassed ? "不入选" : "入选") : reason];
        });
        await organizer.submits(Object.fromEntries(values));
      }
      await organizer.presses("报批");
      await approver.presses("批准");
    },
    async publishes() {
      await organizer.presses("公布");
      await organizer.presses("确认公布");
    },
  };
}

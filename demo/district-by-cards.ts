import type { CardReading } from "dingtalk-emulator/contract/card.ts";
import type { DistrictActs } from "./district-acts.ts";
import { numberOf } from "./open-question.ts";
import type { PersistentPerson } from "./persistent.ts";

type FormField = CardReading["forms"][number]["fields"][number];

const MAX_PAGES = 30;
/** 再报一个, 再报一户 */
const isMore = ({ label }: { label: string }): boolean => label.startsWith("再报一");

/** A district official who only presses and fills in. */
export function districtByCards(person: PersistentPerson): DistrictActs {
  const withForm = () => person.latestCard(({ forms }) => forms.length > 0);

  /** Fills in page after page of the newest card while it has a form. @param start the forms whose ids begin so */
  async function fills(start: string, answerTo: (field: FormField) => unknown): Promise<void> {
    for (let page = 0; page < MAX_PAGES; page++) {
      const form = (await withForm())?.forms[0];
      if (!form?.formId.startsWith(start)) return;
      const entries = form.fields.map((field) => [field.name, answerTo(field)] as const);
      await person.submits(Object.fromEntries(entries.filter(([, value]) => value !== undefined)));
    }
    throw new Error(`form ${start} has no end`);
  }

  return {
    async applies({ answers }) {
      const card = await person.latestCard(({ actions }) => actions.some(isMore));
      await person.presses(card?.actions.find(isMore)?.label ?? "申报");
      // Pages of one form are told apart by the number at the end.
      const [first] = (await withForm())?.forms ?? [];
      await fills(first?.formId.replace(/\d+$/, "") ?? "application", ({ label }) => answers[label]);
      await person.presses("提交");
    },
    async reviews({ points, passes = [] }) {
      await person.presses("初评");
      await fills("preliminary-review", ({ name }) => {
        if (passes.includes(name)) return "通过";
        const [section = 0, row = 0] = name.split("-").map(Number);
        return name.endsWith("reason") ? undefined : points[section - 1]?.[row - 1];
      });
      await person.presses("提交定稿");
      await person.presses("确认定稿");
    },
    async recommends(names, reason) {
      await person.presses("推荐");
      const shown = await person.messages();
      const order = names.map((name) => numberOf(shown, name)).join(" ");
      await fills("order", () => order);
      // The last field says what comes after the page; left out, the next page does.
      await fills("recommendation", ({ name }) => (name === "then" ? undefined : reason));
      await person.presses("报送");
    },
    async reports(text) {
      await person.presses("工作报告");
      const field = (await withForm())?.forms[0]?.fields[0];
      if (!field) throw new Error("the report's card has no form");
      await person.submits({ [field.name]: text });
    },
  };
}

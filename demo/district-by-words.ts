import type { EmulatedMessage } from "dingtalk-emulator/contract/control.ts";
import type { DistrictActs } from "./district-acts.ts";
import { numberOf, openQuestion } from "./open-question.ts";
import type { PersistentPerson } from "./persistent.ts";

const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
const MAX_QUESTIONS = 60;

/** A district official who only types. */
export function districtByWords(person: PersistentPerson): DistrictActs {
  /** Answers what is asked until nothing is; what has no answer is passed over. */
  async function answersAll(first: readonly EmulatedMessage[], answerTo: (label: string) => string): Promise<void> {
    let label = openQuestion(first);
    for (let asked = 0; label !== undefined && asked < MAX_QUESTIONS; asked++) {
      label = openQuestion(await person.says(answerTo(label)));
    }
  }

  return {
    async applies({ name, answers }) {
      const shown = await person.says("申报");
      // Begun earlier, it is asked about.
      const resume = `继续填写 ${name}`;
      const isBegun = shown.some(({ text }) => text?.includes(resume));
      await answersAll(isBegun ? await person.says(resume) : shown, (label) => answers[label] ?? "跳过");
      await person.says("提交");
    },
    async reviews({ name, points, passes = [] }) {
      await person.says(`初评 ${name}`);
      for (const [index, section] of points.entries()) {
        const given = section.map((one, row) => (passes.includes(`${index + 1}-${row + 1}`) ? "通过" : one));
        await person.says(`${NUMERALS[index]} ${given.join(" ")}`);
      }
      await person.says(`提交定稿 ${name}`);
      await person.says(`确认定稿 ${name}`);
    },
    async recommends(names, reason) {
      const shown = await person.says("推荐");
      const order = names.map((name) => numberOf(shown, name)).join(" ");
      await answersAll(await person.says(order), () => reason);
      await person.says("报送");
    },
    async reports(text) {
      await person.says("工作报告");
      await person.says(text);
      await person.says("确认报送");
    },
  };
}

import type { z } from "zod";
import { decisionNames } from "../purpose-phrases.ts";
import { type Decision, decision, decisionValues } from "../schema/decisions.ts";
import type { Check, Finding } from "./finding.ts";
import { type Found, part, query, textPart, texts } from "./query.ts";

/** Reports values of rulings the program cannot read or does not use. */
export const decisions: Check = ({ files: { rulings, datePhrases, campaign } }) => {
  const dates = texts(datePhrases.content, "dates.*.ruling");
  return [
    ...query(rulings.content, "*").flatMap((ruling) => valueFindings(ruling, dates)),
    ...query(campaign.content, "deliverables.*.due.bindingBy").flatMap(({ path, value }): Finding[] => {
      const ruling = query(rulings.content, "*").find((found) => part(found.value, "id") === value);
      if (!ruling || part(ruling.value, "decides") === "stageCloses") return [];
      return [
        { in: "campaign", path, message: `口径“${String(value)}”没有写 decides: stageCloses，不能决定是否逾期。` },
      ];
    }),
  ];
};

function valueFindings({ path, value: ruling }: Found, dates: readonly string[]): Finding[] {
  const id = textPart(ruling, "id") ?? "";
  const decides = decision.safeParse(part(ruling, "decides"));
  const standing = part(ruling, "default");
  const value = part(standing, "value");
  const at = [...path, "default", "value"];
  if (part(ruling, "decides") !== undefined && !decides.success) return [];
  if (decides.success) {
    if (standing === undefined) return [];
    const name = `${decides.data}（${decisionNames[decides.data]}）`;
    if (value === undefined)
      return [
        { in: "rulings", path: at, message: `口径“${id}”决定 ${name}，默认读法须写 value：${keysOf(decides.data)}。` },
      ];
    return misread(at, value, decides.data);
  }
  if (value === undefined) return [];
  if (dates.includes(id)) return misread(at, value, "listDue");
  return [
    { in: "rulings", path: at, message: `口径“${id}”的 value 系统不读取：请写明 decides，或删去 value，由人工执行。` },
  ];
}

/** Reports keys of the value that do not fit the decision. */
function misread(at: Found["path"], value: unknown, decides: Decision): Finding[] {
  const schema: z.ZodType = decisionValues[decides];
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.map((issue) => {
    const path = [...at, ...issue.path.filter((step) => typeof step !== "symbol")];
    const name = `${decides}（${decisionNames[decides]}）`;
    return { in: "rulings", path, message: `value 的写法不对，${name} 只读 ${keysOf(decides)}。` };
  });
}

const keysOf = (decides: Decision): string => Object.keys(decisionValues[decides].shape).join("、");

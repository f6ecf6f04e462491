import { type Field, type Form, fieldFor } from "../src/campaign/definition/purposes.ts";
import type { CivilDate } from "../src/shared/civil-date.ts";

/** Whose form it is: its name, the how many-th of all it is from 1, and the day it is handed in. */
export interface Applicant {
  name: string;
  number: number;
  on: CivilDate;
}

/** Made-up answers by the form's labels, as people would type them. What may be left open without loss is left open. */
export function answersOf(form: Form, applicant: Applicant): Record<string, string> {
  const isServed = fieldFor(form, "enterprise") !== undefined;
  const answers = form.fields.flatMap((field) => {
    const answer = answerByPurpose(field, { ...applicant, isServed }) ?? answerByKind(field, applicant);
    return answer === undefined ? [] : [[field.label, withinLimit(field, answer)]];
  });
  return Object.fromEntries(answers);
}

/** @param isServed by an enterprise of its own */
function answerByPurpose(
  { purpose, options }: Field,
  { name, number, isServed }: Applicant & { isServed: boolean },
): string | undefined {
  switch (purpose) {
    case "name":
    case "projectName":
      return name;
    case "address":
      return `示范路${number * 10}号`;
    case "category":
      return options[(number - 1) % options.length]?.text;
    case "applicant":
    case "enterprise":
      return isServed ? `${name}物业服务有限公司` : "示例申报单位";
    case "applicantKind":
    case "ownersBody":
    case "rateKind":
      return options[0]?.text;
    case "subdistrict":
      return "示范街道";
    case "neighborhood":
      return "示范社区";
    case "statement":
      return isServed
        ? `${name}党组织健全，多方联动机制运行顺畅，物业服务规范，环境整洁，居民满意度高。`
        : `${name}各项条件符合要求，环境整洁，邻里和睦。`;
    case "rate":
      return String(90 + (number % 10) / 2);
    case "disqualification":
      return options.find(({ verdict }) => verdict === "clear")?.text;
    default:
      return undefined;
  }
}

/** Those in charge whom forms ask for. */
const HEADS = ["负责人", "主任", "书记"];

/** People are named even where they need not be; everything else is answered only where it must be. */
function answerByKind({ kind, label, required, personal, options }: Field, { number, on }: Applicant) {
  if (!required && !personal) return undefined;
  switch (kind) {
    case "phone":
      return `1990001${String(number).padStart(4, "0")}`;
    case "percent":
      return "95";
    case "date":
      return on;
    case "choice":
    case "declaration":
      return options[0]?.text;
    case "text":
    case "longText":
      return personal ? `示例${HEADS.find((head) => label.endsWith(head)) ?? "人员"}` : `示例${label}`;
  }
}

const withinLimit = ({ maxCharacters }: Field, answer: string): string =>
  maxCharacters === undefined ? answer : answer.slice(0, maxCharacters);

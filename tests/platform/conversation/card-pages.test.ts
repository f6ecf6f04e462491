import { describe, expect, test } from "vitest";
import { cardFields } from "../../../src/platform/conversation/card-fields.ts";
import { cardPages } from "../../../src/platform/conversation/card-pages.ts";
import { begin } from "../../../src/platform/conversation/form-state.ts";
import { formBytes } from "../../../src/platform/dingtalk/render/form-variable.ts";
import { shaoxing } from "../../campaign/definition/support/shaoxing.ts";
import { accident, form, ownersBody, question } from "./support/questions.ts";

const CARD_VALUE = 1024;
const measure = (fields: Parameters<typeof formBytes>[0]["fields"]): number => formBytes({ fields });

describe("a question on a card", () => {
  test("becomes one field with the saved answer", () => {
    expect(cardFields(question("text", { example: "锦绣花园" }), "越王府")).toEqual([
      { name: "text", label: "测试项", kind: "text", required: true, placeholder: "例如：锦绣花园", value: "越王府" },
    ]);
    expect(cardFields(ownersBody, undefined)[0]).toMatchObject({ kind: "select", required: false });
  });

  test("never carries a long text back", () => {
    expect(cardFields(question("longText"), "园".repeat(820))).toEqual([
      { name: "longText", label: "测试项", kind: "textArea", required: false, placeholder: "已填820字，留空则不改" },
    ]);
  });

  test("of a declaration brings a field for each detail", () => {
    const details = { happenedOn: "2022-05-01", accidentKind: "人员伤亡" };

    const fields = cardFields(accident, { choice: "some", details });

    expect(fields.map(({ name, kind, value }) => [name, kind, value])).toEqual([
      ["safetyAccident", "select", "some"],
      ["safetyAccident-happenedOn", "date", "2022-05-01"],
      ["safetyAccident-accidentKind", "text", "人员伤亡"],
    ]);
  });
});

describe("a form on cards", () => {
  const [real] = shaoxing.forms;

  test("offers the proposal that the conversation offers, until something is saved", () => {
    const hint = (answers: Record<string, string>) =>
      cardPages(form, { ...begin(form), answers }, { limit: CARD_VALUE, measure, action: "a" })
        .flatMap(({ fields }) => fields)
        .find(({ name }) => name === "projectName");

    expect(hint({ compoundName: "锦绣花园" })).toMatchObject({ placeholder: "填“确认”采用：锦绣花园" });
    expect(hint({ compoundName: "锦绣花园", projectName: "锦绣家园" })).toMatchObject({ value: "锦绣家园" });
  });

  test("of the campaign fits card values, in order, nothing left out", () => {
    if (!real) throw new Error("no form");
    const pages = cardPages(real, begin(real), { limit: CARD_VALUE, measure, action: "application.save" });

    expect(pages.every(({ fields }) => measure(fields) <= CARD_VALUE)).toBe(true);
    const names = pages.flatMap(({ fields }) => fields.map(({ name }) => name));
    expect(names.filter((name) => !name.includes("-"))).toEqual(real.fields.map(({ key }) => key));
    expect(pages[0]).toMatchObject({ id: "application-1", action: "application.save" });
  });

  test("keeps the fields of a page when required ones were left empty", () => {
    if (!real) throw new Error("no form");
    const pagesWith = (refused: ReadonlyMap<string, string>) =>
      cardPages(real, begin(real), { limit: CARD_VALUE, measure, action: "a", turns: { isFirst: true, refused } });
    const names = (pages: ReturnType<typeof pagesWith>) => pages.map(({ fields }) => fields.map(({ name }) => name));

    expect(names(pagesWith(new Map(real.fields.map(({ key }) => [key, ""]))))).toEqual(names(pagesWith(new Map())));
  });

  test("that may be left half filled says in each empty field whether it is required, in one way", () => {
    if (!real) throw new Error("no form");
    const pages = cardPages(real, begin(real), { limit: CARD_VALUE, measure, action: "a", turns: { isFirst: true } });
    const fields = pages.flatMap((page) => page.fields);
    const marks = (key: string) => fields.find(({ name }) => name === key)?.placeholder?.slice(0, 2);

    expect(real.fields.map(({ key }) => [key, marks(key)])).toEqual(
      real.fields.map(({ key, required }) => [key, required ? "必填" : "选填"]),
    );
    expect(pages.every((page) => measure(page.fields) <= CARD_VALUE)).toBe(true);
  });

  test("whose single question is larger than a page is a failure", () => {
    const pages = () => cardPages(form, begin(form), { limit: 60, measure, action: "application.save" });

    expect(pages).toThrow("question compoundName of form application");
  });
});

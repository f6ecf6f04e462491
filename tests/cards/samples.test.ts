import { parseTemplate, readCard, renderCard } from "dingtalk-emulator/card/index.ts";
import { describe, expect, test } from "vitest";
import { templates } from "../../cards/templates.ts";

const VALUE_BYTES = 1024;

describe.each(templates)("the samples of $name", ({ file, samples }) => {
  const template = parseTemplate(file);

  test("have an address each", () => {
    expect(new Set(samples.map(({ id }) => id)).size).toBe(samples.length);
  });

  test.each(samples.map((sample) => ({ ...sample })))(
    "$name is drawn whole, within the limit of each value",
    ({ data }) => {
      const tooLong = Object.entries(data).filter(([, value]) => Buffer.byteLength(value) > VALUE_BYTES);
      const nodes = renderCard(template, data);

      expect(tooLong).toEqual([]);
      expect(nodes.filter(({ kind }) => kind === "unknown")).toEqual([]);
      expect(readCard(nodes).text).toContain(data.title);
    },
  );

  test("show every state in words and every part of the template at least once", () => {
    const kinds = new Set(samples.flatMap(({ data }) => renderCard(template, data).map(({ kind }) => kind)));
    const colors = new Set(samples.map(({ data }) => data.statusColor));

    expect(samples.filter(({ data }) => data.status === "")).toEqual([]);
    expect([...kinds].toSorted()).toEqual(["button", "form", "group", "header", "markdown", "table", "text"]);
    expect([...colors].toSorted()).toEqual(["blue", "gray", "green", "orange", "red"]);
  });
});

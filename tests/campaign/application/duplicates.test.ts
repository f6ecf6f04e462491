import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alikeAmong, likeness } from "../../../src/campaign/application/duplicates.ts";

const old = { name: "锦绣 花园（一期）", address: "越王路1号" };

describe("two applications may be of the same compound", () => {
  test.each([
    ["the same name and address", "锦绣花园(一期)", "越王路 1 号", "name"],
    ["the same name in traditional characters, the address unknown", "錦繡花園（一期）", "", "name"],
    ["the same name with the noun, the address unknown", "锦绣花园一期小区", "", "name"],
    ["the name without its phase, in traditional characters, at the same address", "錦繡花園", "越王路1号", "address"],
    ["another name at the same address", "锦绣名苑", "越王路１号", "address"],
  ])("%s", (_, name, address, expected) => {
    expect(likeness(old, { name, address }, "小区")).toBe(expected);
  });

  test.each([
    ["the same name at another address", "锦绣花园一期", "滨河路3号"],
    ["another phase", "锦绣花园二期", "越王路3号"],
    ["another name, the address unknown", "锦绣名苑", ""],
    ["the address 越王路1-1号, which is not 越王路11号", "锦绣名苑", "越王路1-1号"],
  ])("but not for %s", (_, name, address) => {
    expect(likeness(old, { name, address }, "小区")).toBe(undefined);
  });

  test("not by an address that says nearly nothing", () => {
    expect(likeness({ name: "雅苑", address: "3号" }, { name: "名苑", address: "3号" }, "小区")).toBe(undefined);
    expect(likeness({ name: "雅苑", address: "路13号" }, { name: "名苑", address: "路13号" }, "小区")).toBe("address");
  });
});

test("among many the same pairs are found, in the same order, as by comparing every two", () => {
  const name = fc.constantFrom("雅苑", "雅苑小区", "雅 苑", "名苑", "锦绣花园", "錦繡花園");
  const address = fc.constantFrom("", "3号", "路3号", "越王路3号", "越王路 3 号", "越王路13号");
  fc.assert(
    fc.property(fc.array(fc.record({ name, address }), { maxLength: 12 }), (all) => {
      const everyTwo = all.flatMap((one, at) =>
        all.slice(at + 1).flatMap((other) => {
          const found = likeness(one, other, "小区");
          return found ? [{ one, other, likeness: found }] : [];
        }),
      );
      expect(alikeAmong(all, "小区")).toEqual(everyTwo);
    }),
  );
});

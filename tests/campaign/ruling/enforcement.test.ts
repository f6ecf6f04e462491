import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Definition } from "../../../src/campaign/definition/definition.ts";
import { noRulings } from "../../../src/campaign/definition/rulings-in-force.ts";
import { runningCampaign } from "../../../src/campaign/definition/running-campaign.ts";
import { type Decision, decision } from "../../../src/campaign/definition/schema/decisions.ts";
import type { Context } from "../../../src/campaign/engine/context.ts";
import { makeRegistry } from "../../../src/campaign/engine/registry.ts";
import { features } from "../../../src/campaign/features.ts";
import { executionWords, isByHand, isEnforced, waitsFor } from "../../../src/campaign/ruling/enforcement.ts";
import { rulingView } from "../../../src/campaign/ruling/one-view.ts";
import { rulingPhrases } from "../../../src/campaign/ruling/phrases.ts";
import { openRulings } from "../../../src/campaign/selection/rules.ts";
import { beijing, households } from "../definition/support/campaigns.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const { enforces } = makeRegistry(features({ readUsage: () => Promise.reject(new Error("none")) }));

/** Decisions on dates are read by reference, inside the deadlines; whoever marks what is late carries them out. */
const DATES = new Map<Decision, string>([
  ["listDue", "recommendation"],
  ["reportDue", "work-report"],
  ["applicationDue", "application"],
  ["stageCloses", "application"],
]);

const code = readdirSync("src/campaign", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !/^(definition|ruling)\//.test(file))
  .map((file) => ({ part: file.split("/")[0], text: readFileSync(join("src/campaign", file), "utf8") }));

/** The value of a decision is read in one way only: decided(definition, "pointStep", rulings). */
const read = new Set([
  ...code.flatMap(({ text }) =>
    [...text.matchAll(/\bdecided\(\s*[\w.]+,\s*"(\w+)"/g)].map(([, name]) => decision.parse(name)),
  ),
  ...[...DATES].flatMap(([name, part]) =>
    code.some((file) => file.part === part && /\blatenessOf\(/.test(file.text)) ? [name] : [],
  ),
]);

const campaignOf = (definition: Definition) =>
  runningCampaign({ definition, definitionVersion: 1, startedAt: new Date("2023-08-09T09:00:00+08:00") });
const under = (definition: Definition) => ({ campaign: campaignOf(definition), enforces, rulings: noRulings });

test("what the parts say they carry out is what the code reads, no more and no less", () => {
  expect(enforces).toEqual(read);
});

test("every decision that is carried out can be put into words, whatever its value", () => {
  const silent = decision.options.filter(
    (name) =>
      enforces.has(name) && executionWords(under(decidedBy(name)), "R1", SAMPLES[name]) === rulingPhrases.byHand(),
  );

  expect(silent).toEqual([]);
});

const SAMPLES: Partial<Record<Decision, Record<string, string | number | boolean | string[]>>> = {
  noticePeriod: { days: 5, workingDays: true },
  numberSelected: { count: 10 },
  rankingBasis: { basis: "city" },
  cityShare: { rounding: "up", ties: "in" },
  ownersBodies: { counted: ["ownersCommittee"] },
  membersPerSite: { members: 2 },
  reserves: { reserves: 3 },
};

/** The Shaoxing campaign with one ruling, on this decision. */
function decidedBy(name: Decision): Definition {
  const own = shaoxing.rulings.find(({ decides }) => decides === name);
  const ruling = own ?? { ...shaoxing.rulings[0], decides: name, default: { text: "是", value: { inclusive: true } } };
  return { ...shaoxing, rulings: [{ ...ruling, id: "R1" } as Definition["rulings"][number]] };
}

/** Where a test shows that the answer is carried out, by ruling of Shaoxing: the file, and the test's name. */
const SHOWN: Readonly<Record<string, readonly [string, string]>> = {
  R1: ["definition/deadlines", "R1 moved past the holiday closes on its first working day"],
  R2: ["definition/deadlines", "R2 without the 20th itself closes on the 19th"],
  R3: ["scoring/points", "in half points once R3 says so"],
  R4: ["scoring/points", "without all or nothing once R4 takes it away"],
  R5: ["application/requirements/rules", "only what a ruling says excludes; the rest asks for a reason"],
  R6: ["application/disqualification", "in Shaoxing, two years back"],
  R7: ["ranking/ladder", "is whether row 3-2 is met, the figure behind it, then rows 1-2 and 1-4"],
  R8: [
    "provincial-recommendation/rules",
    "whom R8 lets the city recommend: only the published ones, unless it says otherwise",
  ],
  R9: ["selection/limits", "ten, as the plan says, until R9 says otherwise; an answer in words alone leaves the ten"],
  R10: ["../journeys/approval", "公布 waits for the days of 公示, and the card offers it only then"],
  R12: ["recommendation/numbers", "a maximum that is ruled limits as well: %d of 3"],
  R13: ["../journeys/ruling-effects", "a review finalized afterwards asks why"],
  R14: ["ranking/city-basis", "where the city's own points rank, no compound has a place as long as there are none"],
  R17: ["application/requirements/owners-bodies", "R17 takes a kind of owners' body out, and only that kind"],
  R19: ["application/requirements/rules", "fees: %s of 100 yuan is %s; nothing is rounded up"],
  R20: ["reference-list/rules", "the share is rounded as ruled"],
  R21: ["application/requirements/rules", "不适用 is neither unmet nor unclear, whatever excludes"],
  R22: [
    "selection/reserves",
    "no more than the ruling on them provides for, none of them selected, in the order typed",
  ],
  R23: [
    "application/requirements/rules",
    "a penalty counts from the day one year before the first submission, that day included",
  ],
  R24: ["application/form", "R24 without an attached page ends the text at its limit, and no hint offers one"],
  R25: ["directory/expected-districts", "without a ruling on it every district counts; a ruling names those that do"],
  R26: ["verification/rules", "lose the highest and the lowest only if ruled and from five members on"],
  R27: ["recommendation/rules", "an unclear declaration does not keep a case off the list unless its ruling says so"],
  R34: [
    "application/requirements/rules",
    "为民办实事: one is enough, within the year before the first submission, that day included",
  ],
  R29: ["site-visit/propose-members", "fewer where too few can verify it, and none where all have their number"],
  R30: ["case/rules", "who scores for the city sees the district's points after giving their own, unless R30 says so"],
  R31: [
    "../simulation/public-notice",
    "each district reads of its own compounds what R31 lets it, and never another's",
  ],
  R33: ["archive/retention", "is the ruling that decides it, whatever its number; unanswered it is a proposal"],
  R28: ["ranking/rules", "points are shown before publication only where R28 says so"],
};

test.each(shaoxing.rulings.map(({ id }) => id))(
  "%s: a test shows that it is carried out, or its card says 由人工执行",
  (id) => {
    const shown = SHOWN[id];
    const context = under(shaoxing);

    expect(isByHand(context, id)).toBe(shown === undefined);
    if (shown) expect(readFileSync(`tests/campaign/${shown[0]}.test.ts`, "utf8")).toContain(shown[1]);
    else expect(executionWords(context, id)).toBe(rulingPhrases.byHand());
  },
);

const BY_HAND = "由人工执行";

/** What the card of a ruling says that holds now: under its default, or until it is answered. */
const SAID: Readonly<Record<string, string>> = {
  R1: "含当日，提醒至9月28日17:00，10月7日24:00前报送的注明“9月30日后报送（法定休假日期间）”，此后注明逾期",
  R2: "含当日，提醒至10月19日17:00",
  R3: "打分以1分为一档",
  R4: "2-2、3-1、3-2、3-3只能打满分或0分，4-4、4-7可酌情给分",
  R5: "不符合要求的，推荐时须说明理由",
  R6: "发生在首次提交申报之日前2年以内及以后的，不得参与",
  R7: "总分相同的依次比较：是否达到3-2条、均达到的比3-2条背后同一指标、同一时段的数据、1-2与1-4得分之和；仍相同的并列，由人研究决定",
  R8: "只从公布的市级名单中按次序推荐，由人择优确定",
  R9: "市级名单为10个",
  R10: "明确之前不能公布",
  R11: BY_HAND,
  R12: "推荐数量不限",
  R13: "到期后仍可办理，不作逾期",
  R14: "明确之前不显示全市排名，也不能公布",
  R15: BY_HAND,
  R16: BY_HAND,
  R17: "业主委员会、物业管理委员会、小区自管组织计为已成立业主组织，其他组织形式不计；打分由人工把握",
  R18: BY_HAND,
  R19: "缴费率按填报的实收÷应收计算，不四舍五入；所填数据的时段和范围由填报人按本条掌握",
  R20: "以市级名单注明的为准；只列数据未注明的，以及没有数据的，记为待核实",
  R21: "附件1第7-2项、条目4-2可填“不适用”并说明理由，要求不计为不符合，条目不扣分",
  R22: "择优时不列递补对象",
  R23: "首次提交申报之日前1年以内及以后的行政处罚计入",
  R24: "超出部分可另附页",
  R25: "应报的为越城区、柯桥区、上虞区、诸暨市、嵊州市、新昌县",
  R26: "每条取已提交定稿成员的平均分，四舍五入保留两位小数，总分为各条之和；组长可凭理由记录合议分",
  R27: "要求或不得参与情形待核实的，推荐时予以提示，未明确前不公布（尚未填报的要求、市级名单尚未导入的要求不在此列）",
  R28: "公布前不展示带分数的排名",
  R29: "建议分派时每处2名成员，不足的予以提示",
  R30: "承担核验评分的，提交本人评分后方可查看初评分",
  R31: "公布后只告知各地区本地区的入选或未入选，不涉及其他",
  R32: BY_HAND,
  R33: "不归档的个人信息自活动结束起保存6个月，期满后经审批清理",
  R34: "首次提交申报之日前1年以内及以后办的实事计入",
  R35: BY_HAND,
};

test("every ruling's card says what holds now, and it is what the code does", async () => {
  const context = { ...under(shaoxing), now: new Date("2023-08-10T09:00:00+08:00") } as unknown as Context;
  const said: Record<string, string | undefined> = {};
  for (const { id } of shaoxing.rulings) {
    const { body } = await rulingView(context, id, { answers: [] });
    const facts = body.flatMap((block) => (block.kind === "facts" ? block.facts : []));
    said[id] = facts.find(({ label }) => label === rulingPhrases.meansLabel())?.value;
  }

  expect(said).toEqual(SAID);
});

test("where the city gives figures without saying who is in, the card names how they are counted, as far as ruled", () => {
  const words = (value: Record<string, string>) => executionWords(under(shaoxing), "R20", value);
  const marked = "以市级名单注明的为准；只列数据未注明的，名次按进一法取整，末位并列的";

  expect(words({ rounding: "up", ties: "in" })).toBe(`${marked}均计入；没有数据的记为待核实`);
  expect(words({ rounding: "up" })).toBe(`${marked}记为待核实；没有数据的记为待核实`);
});

test("what waits for an answer is what the program refuses until then", () => {
  const open = shaoxing.rulings.filter((ruling) => ruling.default === undefined).map(({ id }) => id);

  expect(openRulings(shaoxing, noRulings).map(({ ruling }) => ruling)).toEqual(open);
  expect(open.map((id) => waitsFor(shaoxing, id))).toEqual(
    [SAID.R10, SAID.R14].map((one) => one?.slice("明确之前".length)),
  );
  expect(beijing.rulings.flatMap(({ id, default: standing }) => (standing ? [] : [waitsFor(beijing, id)]))).toEqual([
    "不能择优，也不能公布",
    "不能公布",
  ]);
});

describe.each([
  [
    "shaoxing-2023",
    shaoxing,
    "R1 R2 R3 R4 R5 R6 R7 R8 R9 R10 R12 R13 R14 R17 R19 R20 R21 R22 R23 R24 R25 R26 R27 R28 R29 R30 R31 R33 R34",
    "R11 R15 R16 R18 R32 R35",
  ],
  ["beijing-2024", beijing, "R1 R3 R4", "R2"],
  ["example-households", households, "R1 R2 R3 R4 R5 R6", ""],
])("every ruling of %s", (_, definition, carriedOut, byHand) => {
  const ids = definition.rulings.map(({ id }) => id);

  test("is carried out by the program, or is said to be for people", () => {
    const context = under(definition);

    expect(ids.filter((id) => !isByHand(context, id)).join(" ")).toBe(carriedOut);
    expect(ids.filter((id) => executionWords(context, id) === BY_HAND && !isEnforced(context, id)).join(" ")).toBe(
      byHand,
    );
  });
});

test("only 排名, 择优 and 公布 wait for a ruling: 核验 never does, whatever is unanswered", () => {
  const waits = shaoxing.rulings.flatMap(({ id }) => {
    const what = waitsFor(shaoxing, id);
    return what === undefined ? [] : [`${id} ${what}`];
  });

  expect(waits).toEqual(["R9 不能择优，也不能公布", "R10 不能公布", "R14 不显示全市排名，也不能公布"]);
});

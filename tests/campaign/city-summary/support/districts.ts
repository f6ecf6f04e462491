import type { DistrictSummary } from "../../../../src/campaign/city-summary/gather.ts";
import type { SupportRequest } from "../../../../src/campaign/support/support.ts";
import { composed, PROMOTION } from "../../../../src/campaign/work-report/contents/contents.ts";
import { stateFrom } from "../../../../src/campaign/work-report/contents/state.ts";
import { partsOfReport } from "../../../../src/campaign/work-report/rules.ts";
import type { WorkReport } from "../../../../src/campaign/work-report/work-report.ts";
import { staffId } from "../../../../src/shared/brand.ts";
import { civilDate } from "../../../../src/shared/civil-date.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

const PARTS = partsOfReport(shaoxing);
const at = new Date("2023-10-18T09:00:00+08:00");

const count = (district: string): DistrictSummary["count"] => ({
  ...{ district, name: shaoxing.campaign.districts.find(({ id }) => id === district)?.name ?? "" },
  ...{ applied: 3, excluded: 0, filling: 0, finalized: 2, list: "reported", isUnsealed: false, returned: 0 },
  reportIn: true,
});

const report = (district: string, change: Partial<WorkReport> = {}): WorkReport => ({
  ...{ district, version: 1, content: { kind: "text", text: { personal: district, hash: "" } } },
  ...{ late: false, handedInAt: at, handedInBy: "clerk", responsible: null, ...change },
});

const support: SupportRequest = {
  ...{ number: 1, district: "keqiao", caseId: undefined, about: "翠苑三区", content: "充电桩用电增容" },
  ...{ askedBy: staffId("keqiao-1"), askedAt: at, responsible: null, state: "answered", answer: "已商供电公司" },
  ...{ answeredAt: at, outcome: undefined, closedAt: undefined },
};

const whole = (name: string): string =>
  composed(
    PARTS,
    new Map([
      ...PARTS.map((part): [string, string] => [part, `${name}的${part}。\n（一）第二行。`]),
      [PROMOTION, `${name}已在三个镇街推广。`],
    ]),
  );

const none = { lacking: [], caseStudies: [], support: [] };

/** A report in words, one with a part left out, a file that cannot be read, one that is late and sent back, and none. */
export const DISTRICTS: readonly DistrictSummary[] = [
  {
    ...{ ...none, count: count("yuecheng"), listed: 2, selected: 1, report: report("yuecheng") },
    state: stateFrom(PARTS, { text: whole("越城区"), beside: new Map() }),
    caseStudies: [{ name: undefined, text: "红色管家。\n三方联席。" }],
  },
  {
    ...{ ...none, count: count("keqiao"), listed: 2, selected: 2, report: report("keqiao") },
    state: stateFrom(PARTS, { text: "一、活动开展情况\n柯桥区已开展。\n三、存在问题\n无", beside: new Map() }),
    ...{ lacking: PARTS.slice(1), support: [support, { ...support, number: 2, state: "closed" }] },
  },
  {
    ...{ ...none, count: count("shangyu"), listed: 1, selected: 0 },
    report: report("shangyu", { content: { kind: "file", hash: "", name: "上虞区报告.pdf" } }),
    state: stateFrom(PARTS, { text: undefined, beside: new Map() }),
    ...{ lacking: PARTS, caseStudies: [{ name: "上虞区案例.pdf", text: undefined }] },
  },
  {
    ...{ ...none, count: count("zhuji"), listed: 2, selected: 1 },
    report: report("zhuji", {
      late: true,
      returned: { at, by: "maxiaohan", dueOn: civilDate("2023-10-25"), remarks: undefined },
    }),
    state: stateFrom(PARTS, { text: whole("诸暨市"), beside: new Map() }),
  },
  {
    ...{ ...none, count: { ...count("xinchang"), reportIn: false }, listed: 0, selected: 0 },
    ...{ report: undefined, state: undefined },
  },
];

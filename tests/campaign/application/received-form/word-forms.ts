import { type ISectionOptions, Paragraph } from "docx";
import { line, photo, table } from "../../../platform/documents/support/word.ts";

type Children = ISectionOptions["children"];

/** What the compound says, as its form should be read. */
export const SAID = {
  compoundName: "锦绣花园",
  applicant: "绍兴锦绣物业服务有限公司",
  compoundAddress: "越城区胜利东路88号",
  applicantHead: "张建国",
  applicantHeadPhone: "13857512345",
  ownersCommitteeChair: "李梅",
  ownersCommitteeChairPhone: "0575-85120001",
  partyBranchSecretary: "王强",
  partyBranchSecretaryPhone: "13905750002",
  statement: "小区党建引领，物业服务规范。",
} as const;

const TITLE = ["附件3", "绍兴市“美好家园”示范小区", "申", "报", "表"].map(line);
const cover = (name: string = SAID.compoundName) => [
  ...TITLE,
  line(`小区名称：    ${name}         `),
  line(`申报单位：    ${SAID.applicant}   `),
  line("审批单位：                             "),
];
const LAST = line("（正反打印，一式3份）");
const opinions = [
  ["业委会意见", { text: "", span: 3 }],
  ["属地社区意见", { text: "同意申报（盖章）", span: 3 }],
  ["属地街道（乡镇）意见", { text: "", span: 3 }],
  ["区（县、市）住房和城乡建设        局意见", { text: "", span: 3 }],
  ["市住房和城乡\n建设局意见", { text: "", span: 3 }],
  ["备   注", { text: "", span: 3 }],
] as const;
const head = [
  ["申报单位", { text: SAID.applicant, span: 3 }],
  ["小区名称", { text: SAID.compoundName, span: 3 }],
  ["小区地址", { text: SAID.compoundAddress, span: 3 }],
  ["申报单位负责人", SAID.applicantHead, "电  话", SAID.applicantHeadPhone],
  ["业委会主任", SAID.ownersCommitteeChair, "电  话", SAID.ownersCommitteeChairPhone],
  ["党支部书记", SAID.partyBranchSecretary, "电  话", SAID.partyBranchSecretaryPhone],
] as const;
const HINT = "（内容不超过800字，可另附页）";
const statement = ["申报材料", { text: [HINT, SAID.statement], span: 3 }] as const;

/** The plan's own layout (L232–L309), filled in. */
const asPlanned = (): Children => [...cover(), table([...head, statement, ...opinions]), LAST];

const wide = (text: string): string =>
  text.replaceAll(/[0-9]/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

/** Forms as people make them. */
export const FORMS: Readonly<Record<string, Children>> = {
  "the plan's layout": asPlanned(),
  "without its cover": [table([...head, statement, ...opinions])],
  "blanks inside the labels": [
    ...TITLE,
    table([
      ["申 报 单 位", SAID.applicant],
      ["小　区　名　称", SAID.compoundName],
      ["小 区 地 址：", SAID.compoundAddress],
      ["申报单位\n负 责 人", SAID.applicantHead, "电　话", SAID.applicantHeadPhone],
      ["业委会\n主  任", SAID.ownersCommitteeChair, "联系电话", SAID.ownersCommitteeChairPhone],
      ["党 支 部\n书    记", SAID.partyBranchSecretary, "电 话", SAID.partyBranchSecretaryPhone],
      ["申 报\n材 料", SAID.statement],
    ]),
  ],
  "answers under the labels": [
    ...TITLE,
    table([
      ["申报单位", "小区名称", "小区地址"],
      [SAID.applicant, SAID.compoundName, SAID.compoundAddress],
      ["申报单位负责人", "电话"],
      [SAID.applicantHead, SAID.applicantHeadPhone],
      ["业委会主任", "电话"],
      [SAID.ownersCommitteeChair, SAID.ownersCommitteeChairPhone],
      ["党支部书记", "电话"],
      [SAID.partyBranchSecretary, SAID.partyBranchSecretaryPhone],
      [{ text: "申报材料", span: 3 }],
      [{ text: SAID.statement, span: 3 }],
    ]),
  ],
  "label and answer in one cell": [
    ...TITLE,
    table([
      [{ text: `申报单位：${SAID.applicant}`, span: 2 }],
      [{ text: ["小区名称", SAID.compoundName] }, { text: `小区地址: ${SAID.compoundAddress}` }],
      [`申报单位负责人：${SAID.applicantHead}`, `电话：${SAID.applicantHeadPhone}`],
      [{ text: `业委会主任：${SAID.ownersCommitteeChair}　电话：${SAID.ownersCommitteeChairPhone}`, span: 2 }],
      [`党支部书记：${SAID.partyBranchSecretary}`, `电话：${SAID.partyBranchSecretaryPhone}`],
      [{ text: [`申报材料${HINT}`, "", SAID.statement], span: 2 }],
    ]),
  ],
  "merged cells": [
    ...cover(),
    table([
      [{ text: "基本情况", merge: "restart" }, "申报单位", { text: SAID.applicant, span: 3 }],
      [{ text: "", merge: "continue" }, "小区名称", { text: SAID.compoundName, span: 3 }],
      [{ text: "", merge: "continue" }, "小区地址", { text: SAID.compoundAddress, span: 3 }],
      ["", "申报单位负责人", SAID.applicantHead, "电话", SAID.applicantHeadPhone],
      ["", "业委会主任", SAID.ownersCommitteeChair, "电话", SAID.ownersCommitteeChairPhone],
      ["", "党支部书记", SAID.partyBranchSecretary, "电话", SAID.partyBranchSecretaryPhone],
      ["", { text: "申报材料", merge: "restart" }, { text: "小区党建引领，", span: 3 }],
      ["", { text: "", merge: "continue" }, { text: "物业服务规范。", span: 3 }],
    ]),
  ],
  "its table lost, one paragraph a cell": [
    ...TITLE,
    ...head.flat().map((cell) => line(typeof cell === "string" ? cell : cell.text)),
    line("申报材料"),
    line(HINT),
    line(SAID.statement),
    line("业委会意见"),
    line("同意"),
    line("备   注"),
    LAST,
  ],
  "its table lost, a tab between the cells": [
    ...TITLE,
    ...head.map((row) => line(row.map((cell) => (typeof cell === "string" ? cell : cell.text)).join("\t"))),
    line(`申报材料\t${SAID.statement}`),
    line("业委会意见\t"),
  ],
  "a list of numbered lines": [
    line("“美好家园”示范小区申报表"),
    line(`一、申报单位：${SAID.applicant}`),
    line(`二、小区名称：${SAID.compoundName}`),
    line(`三、小区地址：${SAID.compoundAddress}`),
    line(`四、申报单位负责人：${SAID.applicantHead}    电话：${SAID.applicantHeadPhone}`),
    line(`五、业委会主任：${SAID.ownersCommitteeChair}    电话：${SAID.ownersCommitteeChairPhone}`),
    line(`六、党支部书记：${SAID.partyBranchSecretary}    电话：${SAID.partyBranchSecretaryPhone}`),
    line("七、申报材料："),
    line(SAID.statement),
    line("八、业委会意见："),
    line("同意申报。"),
  ],
  "photos in the statement": [
    ...cover(),
    table([...head, ["申报材料", { text: SAID.statement, span: 3, photos: 3 }], ...opinions]),
    new Paragraph({ children: [photo()] }),
  ],
  "full-width digits and blanks in the numbers": [
    ...TITLE,
    table([
      ...head.slice(0, 3),
      ["申报单位负责人", SAID.applicantHead, "电话", wide("138 5751 2345")],
      ["业委会主任", SAID.ownersCommitteeChair, "电话", wide("0575-85120001")],
      ["党支部书记", SAID.partyBranchSecretary, "电话", "139-0575-0002"],
      statement,
    ]),
  ],
  "a statement of 801 字": [...cover(), table([...head, ["申报材料", { text: "字".repeat(801), span: 3 }]])],
  "a statement of 800 字": [...cover(), table([...head, ["申报材料", { text: "字".repeat(800), span: 3 }]])],
  "fields left empty and a wrong number": [
    ...cover(""),
    table([
      ["申报单位", SAID.applicant],
      ["小区名称", SAID.compoundName],
      ["小区地址", ""],
      ["申报单位负责人", SAID.applicantHead, "电话", "1385751234"],
      ["业委会主任", "/", "电话", "——"],
      ["党支部书记", SAID.partyBranchSecretary, "电话", SAID.partyBranchSecretaryPhone],
      ["申报材料", HINT],
    ]),
  ],
  "the head of a 物管会": [
    ...TITLE,
    table([
      ...head.slice(0, 4),
      ["物管会主任", SAID.ownersCommitteeChair, "电话", SAID.ownersCommitteeChairPhone],
      head[5],
      ["业主组织形式", "□业主委员会 ☑物业管理委员会 □小区自管组织 □尚未成立"],
      statement,
    ]),
  ],
  "another name on the cover": [...cover("锦绣花园一期"), table([...head, statement, ...opinions])],
  "a statement that names labels": [
    ...TITLE,
    ...head.map((row) => line(row.map((cell) => (typeof cell === "string" ? cell : cell.text)).join("\t"))),
    line("申报材料"),
    line("一、基本情况"),
    line("小区地址：位于胜利东路，共12幢。"),
    line("二、主要做法"),
    line("业委会意见"),
  ],
};

export const TWO_FORMS: Children = [...asPlanned(), ...asPlanned()];

export const OTHER_CAMPAIGN: Children = [
  line("绍兴市“红色物业”示范小区申报表"),
  table([...head, statement, ...opinions]),
];

export const OTHER_CITY: Children = [line("北京市美好家园小区申报表"), table([...head, statement])];

export const OTHER_YEAR: Children = [line("2022年度"), ...TITLE, table([...head, statement, ...opinions])];

export const NO_FORM: Children = [
  line("工作报告"),
  line("小区名称：锦绣花园"),
  table([
    ["序号", "内容"],
    ["1", "走访"],
  ]),
];

/** A made-up compound of the demonstration: what its form says and what it scores. */
export interface Compound {
  district: string;
  name: string;
  /** By the form's labels, as people would type it. What is missing is passed over. */
  answers: Readonly<Record<string, string>>;
  /** Points by row in the plan's order, section by section. */
  points: readonly (readonly number[])[];
}

/** Full marks of the rubric, section by section. */
const FULL = [
  [4, 4, 4, 5, 3],
  [6, 3, 6, 5],
  [4, 5, 3, 4, 5, 5, 5, 4, 5],
  [3, 3, 3, 3, 3, 3, 2],
] as const;

/** Rows of section three that are worth five points and may get any number of them (3-2 is all or nothing). */
const REDUCIBLE = [4, 5, 6, 8];

const NAMES: readonly (readonly [district: string, first: string, second: string])[] = [
  ["yuecheng", "稽山花园", "鉴湖雅苑"],
  ["keqiao", "瓜渚湖畔", "柯岩新村"],
  ["shangyu", "曹娥江苑", "舜耕花园"],
  ["zhuji", "浣纱名苑", "暨阳新村"],
  ["shengzhou", "剡溪花园", "越剧新苑"],
  ["xinchang", "南岩雅居", "鼓山新村"],
];

/** Rows in which the n-th compound loses a point: another row and another number of them for each. */
const LOSSES = [0, 3, 1, 5, 2, 4, 0, 6, 3, 2, 5, 1];

export const compounds: readonly Compound[] = NAMES.flatMap(([district, first, second], place) => [
  compound(district, first, { number: place * 2 + 1, loses: LOSSES[place * 2] ?? 0 }),
  compound(district, second, { number: place * 2 + 2, loses: LOSSES[place * 2 + 1] ?? 0 }),
]);

function compound(district: string, name: string, { number, loses }: { number: number; loses: number }): Compound {
  const phone = `1990001${String(number).padStart(4, "0")}`;
  return {
    district,
    name,
    answers: {
      小区名称: name,
      申报单位: `${name}物业服务有限公司`,
      申报单位类型: "物业服务企业",
      小区地址: `示范路${number * 10}号`,
      申报单位负责人: "示例负责人",
      申报单位负责人电话: phone,
      业主组织形式: "业主委员会",
      业委会主任: "示例主任",
      业委会主任电话: phone,
      党支部书记: "示例书记",
      党支部书记电话: phone,
      申报材料: `${name}党组织健全，多方联动机制运行顺畅，物业服务规范，环境整洁，居民满意度高。`,
      项目名称: name,
      物业服务企业名称: `${name}物业服务有限公司`,
      所属街道: "示范街道",
      所属社区: "示范社区",
      比率类型: "入住率",
      交付率或入住率: String(90 + (number % 10) / 2),
      近两年内重大安全责任事故: "无",
    },
    points: pointsLosing(loses),
  };
}

/** So many points less, one in each of the rows in turn. */
function pointsLosing(loses: number): number[][] {
  const lost = (row: number) => {
    const turn = REDUCIBLE.indexOf(row);
    return turn === -1 ? 0 : Math.ceil(Math.max(0, loses - turn) / REDUCIBLE.length);
  };
  return FULL.map((section, index) => section.map((points, row) => (index === 2 ? points - lost(row) : points)));
}

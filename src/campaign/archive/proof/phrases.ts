import type { ChainReport } from "./chain.ts";
import type { Edition, Manifest } from "./manifest.ts";
import type { Finding } from "./verify.ts";

const findings: Record<Finding["kind"], string> = {
  changed: "内容有改动",
  missing: "缺失",
  added: "清单之外",
  unsafe: "清单之外，文件名指向卷宗以外的位置，请勿解压",
  erased: "已清除（个人信息，不影响其余内容的证明）",
};

export const editionWords: Record<Edition, string> = { full: "存档本", use: "利用本" };

export const proofPhrases = {
  usage: () =>
    [
      "用法：npm run archive -- verify <卷宗.zip> [其余各部分.zip …]",
      "　　　npm run archive -- verify <解压后的文件夹>",
      "　　　npm run archive -- paper <卷宗.zip> <打印件页脚的第几条> <校验值>",
      "　　　npm run archive -- erase <卷宗.zip> <其中的个人信息文件> …",
    ].join("\n"),
  about: ({ campaign, edition, number, madeAt }: Manifest) =>
    `卷宗：${campaign.title}（${campaign.year}年度，第${number}次归档，${editionWords[edition]}，制作于${madeAt.slice(0, 16).replace("T", " ")}）`,
  manifest: (hash: string) => `清单校验值：${hash}`,
  finding: ({ kind, path }: Finding) => `${findings[kind]}：${path}`,
  chain: ({ proved, withheld: { masked, other } }: ChainReport) =>
    [
      `操作留痕：${proved}条经重算与链条一致`,
      ...(masked === 0 ? [] : [`${masked}条利用本不收入内容、只列校验值，不是缺失（内容见存档本）`]),
      ...(other === 0 ? [] : [`${other}条属其他活动，只列校验值`]),
      "没有缺失的条目。",
    ].join("，"),
  missing: (numbers: readonly number[]) => `操作留痕：缺失第${numbers.join("、")}条。`,
  head: (head: string) => `操作留痕校验值：${head}`,
  broken: (number: number) => `操作留痕：链条在第${number}条处断开。`,
  otherHead: () => "操作留痕：最后一条的校验值与清单不一致。",
  repacked: (name: string) =>
    `“${name}”的压缩包结构与制作时不同（重新打包过，或有字节改动）；各文件内容以上列核对为准。`,
  intact: (count: number, erased: number) =>
    `卷宗完整：${count}份文件与清单一致${erased === 0 ? "" : `，另有${erased}份个人信息已清除`}。`,
  notIntact: (count: number) => `卷宗不完整：有${count}处与清单不符，见上。`,
  compare: () => "以上只证明卷宗与其自身的清单一致。清单是否为当时所制，请与打印件页脚、群内或公文中留存的校验值核对。",
  none: () => "没有清单（manifest.json），不是卷宗，或清单已缺失，未作核验。",
  unreadable: () => "清单（manifest.json）已损坏，无法核验。请改用另一份副本。",
  otherVersion: (version: number, own: number) =>
    `该卷宗的格式为第${version}版，本程序只能核验第${own}版，未作核验。请用制作该卷宗的程序版本核验。`,
  cannotOpen: (path: string) => `“${path}”打不开，或不是完整的压缩包，未作核验。请确认路径，或改用另一份副本。`,
  paper: {
    same: (number: number) => `打印件与卷宗一致：第${number}条操作留痕的校验值相同，打印之前的记录此后没有改动。`,
    /** Which entry it is: of the whole system, whoever recorded it. */
    entry: (at: string, what: string) =>
      `该条为${at}的“${what}”，是打印时所列事项最新的一条留痕，可能由其他单位的人员办理。`,
    listed: () => "该条的时间、办理人和事项见卷宗“09 数据”中的“操作留痕目录”。",
    differs: (number: number) => `打印件与卷宗不一致：第${number}条操作留痕的校验值不同。`,
    unknown: (number: number) => `卷宗中没有第${number}条操作留痕，无法比对：打印在制卷之后，或卷宗有缺失。`,
  },
  paperHow: () => "请写明打印件页脚的条数和16位校验值，例如：npm run archive -- paper 卷宗.zip 1234 0123456789abcdef",
  notErasable: (path: string) => `“${path}”不是卷宗中可清除的个人信息文件，未作任何改动。`,
  notErasedFrom: {
    notOpened: (path: string) => `“${path}”打不开，或不是完整的压缩包，未清除任何内容。请确认路径，或改用另一份副本。`,
    noArchive: (path: string) => `“${path}”中没有可读的清单（manifest.json），不是卷宗，或清单已损坏，未清除任何内容。`,
    failed: (path: string, why: string) =>
      `未能重新写出“${path}”，未清除任何内容，原文件不变：${why}。请确认磁盘空间和写入权限后重试。`,
  },
  erased: (count: number, file: string) => `已清除${count}份个人信息，其余内容不变：“${file}”。请再核验一次。`,
};

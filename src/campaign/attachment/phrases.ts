import type { Nouns } from "../directory/nouns.ts";

export const attachmentPhrases = {
  tooLarge: (megabytes: number) => `文件超过${megabytes}MB，未归档。请压缩或分成几个文件后重新发送。`,
  notOfKind: (kinds: string) => `此处只收${kinds}，该文件未归档，其他材料不变。`,
  /** By type, as people call them. */
  kinds: {
    docx: "Word 文件（.docx）",
    xlsx: "Excel 文件（.xlsx）",
    pdf: "PDF 文件",
    picture: "图片",
    film: "视频（MP4）",
  },
  unknown: () => "没有这份材料，或已撤回，未作任何改动。请发送「查看」重新打开。",
  mayNotSee: ({ district, city }: Nouns) =>
    `该材料仅本${district}经办人可以查看，${city}级人员在推荐名单报送后可以查看。`,
  directOnly: () => "材料只在单聊中发送，请与家园助手单聊后查看。",
  /** @param format as files of this type are called */
  notSendable: (format: string) => `该材料为${format}格式，机器人不能转发。`,
};

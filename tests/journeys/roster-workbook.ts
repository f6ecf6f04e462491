import { writeWorkbook } from "../../src/platform/documents/workbook.ts";

/** A roster as somebody makes it: columns in their own order. */
export const rosterWorkbook = (rows: readonly (readonly string[])[]): Promise<Buffer> =>
  writeWorkbook({
    author: "某局",
    at: new Date("2023-09-13T01:00:00Z"),
    sheets: [
      {
        name: "名单",
        titles: ["工作人员"],
        columns: ["角色", "姓名", "所属地区", "备注", "手机"].map((header) => ({ header, width: 20, kind: "text" })),
        rows,
        paper: "portrait",
      },
    ],
  });

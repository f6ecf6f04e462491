import type { PictureSpec } from "../../src/platform/documents/picture/picture-spec.ts";
import type { TemplateCopy } from "../../src/platform/documents/word/fill-template.ts";
import { writeWord } from "../../src/platform/documents/word/write-word.ts";
import type { WorkbookSpec } from "../../src/platform/documents/workbook-spec.ts";

export const ROWS = 5_000;
export const COLUMNS = 30;
export const FORMS = 1_000;
export const PICTURES = 200;
/** Of a form. */
const PLACES = 20;
export const AT = new Date("2023-09-20T09:00:00+08:00");

/** Every third column holds numbers, the others texts. */
export const isNumber = (column: number): boolean => column % 3 === 0;

export const workbookSample = (): WorkbookSpec => ({
  author: "bench",
  at: AT,
  sheets: [
    {
      ...{ name: "表", titles: ["表"], paper: "landscape" },
      columns: Array.from({ length: COLUMNS }, (_, at) => ({
        ...{ header: `第${at + 1}栏`, width: 14, kind: isNumber(at) ? ("number" as const) : ("text" as const) },
      })),
      rows: Array.from({ length: ROWS }, (_, row) =>
        Array.from({ length: COLUMNS }, (__, at) => (isNumber(at) ? row + at / 2 : `小区${row}的第${at}项`)),
      ),
    },
  ],
});

/** A page with a line a place. @param around what stands before and behind all of them */
export const formTemplate = (around: readonly [string, string] = ["", ""]): Promise<Buffer> => {
  const [before, behind] = around;
  const places = Array.from({ length: PLACES }, (_, at) => `第${at}项：{{项${at}}}`);
  return writeWord({
    author: "bench",
    at: AT,
    sections: [
      {
        ...{ start: "oddPage", paper: "portrait" },
        blocks: [before, ...places, behind]
          .filter((text) => text !== "")
          .map((text) => ({ kind: "paragraph" as const, look: "body" as const, text })),
      },
    ],
  });
};

export const textsOf = (form: number): [string, string][] =>
  Array.from({ length: PLACES }, (_, at) => [`项${at}`, `第${form}份的内容，填写于此。`]);

export const copies = (count: number): TemplateCopy[] =>
  Array.from({ length: count }, (_, form) => ({ texts: new Map(textsOf(form)), pictures: new Map(), leftOut: [] }));

export const DISTRICTS = ["越城区", "柯桥区", "上虞区", "诸暨市", "嵊州市", "新昌县"];

export const pictureSample = (at: number): PictureSpec => ({
  width: 1_080,
  isSoft: true,
  blocks: [
    { kind: "text", look: "title", text: `办理进度（第${at}幅）` },
    {
      ...{ kind: "bars", most: DISTRICTS.length },
      rows: DISTRICTS.map((label, row) => ({ label, value: row + 1, done: row, words: `申报${row + 1}个` })),
    },
  ],
});

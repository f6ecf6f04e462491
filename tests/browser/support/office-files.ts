import ExcelJS from "exceljs";
import JSZip from "jszip";

/** Two sheets: merged title, frozen header, numbers and dates in their formats; and one too long to be drawn whole. */
export async function workbookBytes(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("附件4", { views: [{ state: "frozen", xSplit: 0, ySplit: 2 }] });
  sheet.columns = [{ width: 8 }, { width: 24 }, { width: 12 }, { width: 18 }];
  sheet.mergeCells("A1:D1");
  sheet.getCell("A1").value = "推荐名单";
  sheet.addRow(["序号", "项目名称", "评价分数", "交付日期"]);
  for (let place = 1; place <= 80; place++)
    sheet.addRow([place, `第${place}小区`, 97, new Date(Date.UTC(2023, 8, 28))]);
  sheet.getColumn(3).numFmt = "0.00";
  sheet.getColumn(4).numFmt = 'yyyy"年"m"月"d"日"';
  const long = workbook.addWorksheet("明细");
  for (let place = 1; place <= 600; place++) long.addRow([place]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const TYPES = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = (inner: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;

/** A page with a title, a table and links, one of which would run a script. */
export async function documentBytes(): Promise<Buffer> {
  const archive = new JSZip();
  archive.file("[Content_Types].xml", TYPES);
  archive.file(
    "_rels/.rels",
    relations(`<Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/>`),
  );
  archive.file(
    "word/_rels/document.xml.rels",
    relations(
      `<Relationship Id="rId8" Type="${RELATIONS}/hyperlink" Target="https://example.gov.cn/" TargetMode="External"/>` +
        `<Relationship Id="rId9" Type="${RELATIONS}/hyperlink" Target="javascript:document.title=1" TargetMode="External"/>`,
    ),
  );
  archive.file("word/document.xml", documentXml());
  return archive.generateAsync({ type: "nodebuffer" });
}

const run = (text: string, halfPoints: number, font: string) =>
  `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:eastAsia="${font}"/><w:sz w:val="${halfPoints}"/></w:rPr><w:t>${text}</w:t></w:r>`;
const link = (id: string, text: string) =>
  `<w:p><w:hyperlink r:id="${id}">${run(text, 32, "仿宋_GB2312")}</w:hyperlink></w:p>`;
const row = (...texts: string[]) =>
  `<w:tr>${texts.map((text) => `<w:tc><w:tcPr><w:tcW w:w="2900" w:type="dxa"/></w:tcPr><w:p>${run(text, 28, "仿宋_GB2312")}</w:p></w:tc>`).join("")}</w:tr>`;
const lines = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join("");

const documentXml = (): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${RELATIONS}"><w:body>` +
  `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run("住宅小区申报表", 44, "方正小标宋简体")}</w:p>` +
  `${link("rId8", "活动网页")}${link("rId9", "点此")}` +
  `<w:tbl><w:tblPr><w:tblW w:w="5800" w:type="dxa"/><w:tblBorders>${lines}</w:tblBorders></w:tblPr>` +
  `<w:tblGrid><w:gridCol w:w="2900"/><w:gridCol w:w="2900"/></w:tblGrid>${row("项目名称", "得分")}${row("锦绣花园", "97.00")}</w:tbl>` +
  `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>`;

/** A picture of one colour, one pixel. */
export const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

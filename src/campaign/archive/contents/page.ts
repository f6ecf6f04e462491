import type { Block, View } from "../../../platform/chat/view.ts";

/** Pages that a browser shows without anything else: no script, nothing from elsewhere. */
const STYLE = `body{font:16px/1.7 "Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}h3{font-size:1rem}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #bbb;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{background:#f3f3f3}
blockquote{border-left:3px solid #999;margin:0;padding:0 1rem}a{color:#0b57d0}.note{color:#555;font-size:.9rem}
@media print{a{color:inherit;text-decoration:none}}`;

export const escaped = (words: string): string =>
  words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export const page = (title: string, body: readonly string[]): string =>
  `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self'">` +
  `<title>${escaped(title)}</title><style>${STYLE}</style></head>\n<body><h1>${escaped(title)}</h1>\n${body.join("\n")}\n</body></html>\n`;

export const heading = (words: string, level: "h2" | "h3" = "h2"): string => `<${level}>${escaped(words)}</${level}>`;
/** A heading that others lead to. */
export const anchored = (anchor: string, words: string): string => `<h2 id="${escaped(anchor)}">${escaped(words)}</h2>`;
/** Words over several lines. */
export const lines = (words: string): string => escaped(words).replaceAll("\n", "<br>");
export const paragraph = (words: string): string => `<p>${lines(words)}</p>`;
export const note = (words: string): string => `<p class="note">${escaped(words)}</p>`;
export const list = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${lines(item)}</li>`).join("")}</ul>`;

/** @param path in the archive @param from path of the page that it stands on @param anchor on the other page */
export const link = (path: string, words: string, from = "", anchor?: string): string => {
  const up = "../".repeat(from.split("/").length - 1);
  const place = anchor === undefined ? "" : `#${anchor}`;
  return `<a href="${up}${path.split("/").map(encodeURIComponent).join("/")}${place}">${escaped(words)}</a>`;
};

/** Cells that are markup already. */
export const tableOf = (headers: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead><tr>${headers.map((one) => `<th>${escaped(one)}</th>`).join("")}</tr></thead><tbody>\n${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`)
    .join("\n")}\n</tbody></table>`;

export const table = (headers: readonly string[], rows: readonly (readonly string[])[]): string =>
  tableOf(
    headers,
    rows.map((row) => row.map(lines)),
  );

/** What a card says, without its buttons. */
export const viewParts = ({ title, status, body, footnote }: View, level: "h2" | "h3" = "h2"): string[] => [
  heading(status === undefined ? title : `${title}　${status}`, level),
  ...body.map(blockPart),
  ...(footnote === undefined ? [] : [note(footnote)]),
];

export function blockPart(block: Block): string {
  switch (block.kind) {
    case "heading":
      return heading(block.text);
    case "text":
      return paragraph(block.text);
    case "quote":
      return `<blockquote>${paragraph(block.text)}</blockquote>`;
    case "facts":
      return tableOf(
        [],
        block.facts.map(({ label, value }) => [escaped(label), lines(value)]),
      );
    case "list":
      return list(block.items);
    case "table":
      return table(block.columns, block.rows);
  }
}

import type { FastifyInstance } from "fastify";
import { webPhrases } from "./phrases.ts";
import { PAGE_PATH } from "./signed-link.ts";

/** What a page says, as plain text. */
export interface PageText {
  title: string;
  lines: readonly string[];
  notes: readonly string[];
}

const ESCAPED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPED[sign] ?? "");

const STYLE = `
  :root { color-scheme: light dark; }
  body { margin: 0 auto; max-width: 40rem; padding: 1.25rem; font: 1.0625rem/1.7 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; }
  h1 { font-size: 1.25rem; margin: 0 0 .75rem; }
  ol { padding-left: 1.5rem; margin: 0 0 1rem; }
  li { margin: .5rem 0; overflow-wrap: anywhere; }
  p { margin: .5rem 0; opacity: .8; }`;

const htmlOf = ({ title, lines, notes }: PageText): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${lines.length === 0 ? "" : `<ol>${lines.map((line) => `<li>${escaped(line)}</li>`).join("")}</ol>`}
${notes.map((note) => `<p>${escaped(note)}</p>`).join("\n")}
</main>
</body>
</html>
`;

/**
 * A page to read what a person owes, opened from a to-do. Whoever has the address may read it until it runs out; nothing
 * can be done there.
 * @param read undefined: the address is unknown or has run out
 */
export function owedPage(
  read: (token: string) => Promise<PageText | undefined>,
): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    // A wildcard, because a token is longer than a parameter may be.
    app.get<{ Params: { "*": string } }>(`${PAGE_PATH}/*`, async ({ params }, reply) => {
      const page = await read(params["*"]);
      return reply
        .code(page ? 200 : 404)
        .header("cache-control", "no-store")
        .header("referrer-policy", "no-referrer")
        .type("text/html; charset=utf-8")
        .send(htmlOf(page ?? { title: webPhrases.linkOver(), lines: [], notes: [webPhrases.linkOverText()] }));
    });
  };
}

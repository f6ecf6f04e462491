import type { View } from "../../../platform/chat/view.ts";

/** What is done for a district, and how the district takes it over. */
interface Told {
  /** Who does it. */
  by: string;
  district: string;
  responsible: string;
  /** 锦绣花园的初评 */
  what: string;
  /** 初评 锦绣花园 */
  typed: string;
}

export const onBehalfToldPhrases = {
  ofCase: (name: string, work: string) => `${name}的${work}`,
  typed: (word: string, name: string) => `${word} ${name}`,
  told: ({ by, district, responsible, what, typed }: Told): View => ({
    title: `代${district}办理`,
    tone: "running",
    body: [
      {
        kind: "text",
        text: `${by}正在代${district}办理${what}，由${responsible}负责。您可随时接着办理或修改，内容不丢失。`,
      },
    ],
    actions: [{ id: "", label: typed, typed, look: "primary" }],
  }),
};

import { createCanvas, loadImage } from "@napi-rs/canvas";
import { loadDefinition } from "../src/campaign/definition/load.ts";
import { runningCampaign } from "../src/campaign/definition/running-campaign.ts";
import { progressFigure } from "../src/campaign/export/progress-figure.ts";
import { yearFigure } from "../src/campaign/export/year-figure.ts";
import { type Figure, figureSpec } from "../src/campaign/figure/figure.ts";
import { compareFigure } from "../src/campaign/ranking/compare-figure.ts";
import type { ScoredCompound } from "../src/campaign/ranking/ranking.ts";
import { spreadFigure } from "../src/campaign/selection/publication/spread-figure.ts";
import { drawPicture } from "../src/platform/documents/picture/draw-picture.ts";

/** Of a chat in light and in dark. */
const CHATS = ["#f2f2f6", "#171a1d"];
const SCALE = 0.5;
const GAP = 40;
const NOW = new Date("2023-10-09T09:00:00+08:00");
const DAY = "2023年10月9日";

/** All pictures that the bot sends by itself, with made-up counts. */
export const drawnPictures = (campaignFolder: string): Promise<Uint8Array[]> =>
  Promise.all(figures(campaignFolder).map((figure) => drawPicture(figureSpec(figure))));

/** Pictures beside each other, on a light and on a dark chat. */
export async function picturesSheet(pictures: readonly Uint8Array[]): Promise<Buffer> {
  const images = await Promise.all(pictures.map((bytes) => loadImage(bytes)));
  const width = images.reduce((sum, image) => sum + image.width * SCALE + GAP, GAP);
  const height = Math.max(...images.map((image) => image.height * SCALE)) + 2 * GAP;
  const canvas = createCanvas(width, height * CHATS.length);
  const context = canvas.getContext("2d");
  for (const [row, color] of CHATS.entries()) {
    context.fillStyle = color;
    context.fillRect(0, row * height, width, height);
    let left = GAP;
    for (const image of images) {
      context.drawImage(image, left, row * height + GAP, image.width * SCALE, image.height * SCALE);
      left += image.width * SCALE + GAP;
    }
  }
  return canvas.encode("png");
}

function figures(campaignFolder: string): Figure[] {
  const definition = loadDefinition(campaignFolder);
  const campaign = runningCampaign({ definition, definitionVersion: 1, startedAt: new Date(0) });
  const { districts } = definition.campaign;
  const counts = districts.map(({ id, name }, at) => ({
    ...{ district: id, name, applied: 2 + (at % 3), finalized: 1 + (at % 3), excluded: 0, filling: 0 },
    ...{ list: at % 2 === 0 ? ("reported" as const) : ("missing" as const), isUnsealed: false, returned: 0 },
    reportIn: false,
  }));
  const names = districts.flatMap(({ id }, at) => [
    { district: id, name: `第${at * 2 + 1}小区` },
    { district: id, name: `第${at * 2 + 2}小区` },
  ]);
  const compounds = names.map(({ district, name }, at): ScoredCompound => {
    const total = 9_000 + ((at * 370) % 900);
    const correctedTotal = total + ((at * 130) % 500) - 200;
    return {
      ...{ applicationId: name, district, name, points: new Map(), total, listing: "recommended", declaration: "none" },
      verified: { corrected: new Map(), own: new Map(), correctedTotal, ownTotal: correctedTotal, isWhole: true },
    };
  });
  const at = { campaign, now: NOW };
  const compared = compareFigure({ campaign, rulings: new Map() }, compounds, DAY);
  return [
    progressFigure(at, counts),
    yearFigure(at, ["公布市级名单，10月14日前"]),
    ...(compared ? [compared] : []),
    spreadFigure({ campaign }, { chosen: names.slice(0, 10) }, "2023年10月13日"),
  ];
}

import { onTestFinished } from "vitest";
import { playTo, type Style, scenesOf } from "../../demo/play.ts";
import { playersIn } from "./campaign-state.ts";
import { worldAt } from "./world-at.ts";
import { END, type Outcome, outcomeOf } from "./year.ts";

/** The year as some typed and some pressed it, and the whole year anew in one style only. */
export async function samePlayedBy(style: Style): Promise<{ played: Outcome; other: Outcome }> {
  const [first, world] = await Promise.all([
    worldAt("10月21日"),
    worldAt("8月9日", style === "words" ? { CARD_TEMPLATE_ID: "" } : {}),
  ]);
  onTestFinished(async () => void (await Promise.all([first.end(), world.end()])));
  const players = playersIn(world);
  const [played] = await Promise.all([
    outcomeOf(first),
    playTo(players, { scenes: scenesOf(players, style), to: END }),
  ]);
  return { played, other: await outcomeOf(world) };
}

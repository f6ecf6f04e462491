import type { Compound } from "./compounds.ts";

/** What a district does: 申报, 初评, 推荐, 工作报告. Played by words or by cards, with the same result. */
export interface DistrictActs {
  applies(compound: Compound): Promise<void>;
  reviews(compound: Compound): Promise<void>;
  /** The district's own compounds in the order of their names' list; reasons where the bot asks for them. */
  recommends(names: readonly string[], reason: string): Promise<void>;
  reports(text: string): Promise<void>;
}

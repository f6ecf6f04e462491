import type { ComponentType } from "preact";
import { ScenarioPanel } from "../scenarios/scenario-panel.tsx";

/** An instrument of the panel beside the people. */
export interface Tool {
  id: string;
  label: string;
  Panel: ComponentType;
}

/** In the order of their tabs. */
export const TOOLS: readonly Tool[] = [{ id: "scenarios", label: "场景", Panel: ScenarioPanel }];

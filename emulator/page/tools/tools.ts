import type { ComponentType } from "preact";
import { FaultsPanel } from "../faults/faults-panel.tsx";
import { Inspector } from "../inspector/inspector.tsx";
import { ScenarioPanel } from "../scenarios/scenario-panel.tsx";

/** A tool of the panel. */
export interface Tool {
  id: string;
  label: string;
  Panel: ComponentType;
}

/** In the order of the tabs. */
export const TOOLS: readonly Tool[] = [
  { id: "scenarios", label: "场景", Panel: ScenarioPanel },
  { id: "traffic", label: "流量", Panel: Inspector },
  { id: "faults", label: "故障", Panel: FaultsPanel },
];

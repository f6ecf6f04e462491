import type { ComponentType } from "preact";

/** An instrument of the panel beside the people. */
export interface Tool {
  id: string;
  label: string;
  Panel: ComponentType;
}

/** In the order of their tabs. */
export const TOOLS: readonly Tool[] = [];

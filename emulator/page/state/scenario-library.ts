import { type Signal, signal } from "@preact/signals";
import type { EmulatorClient } from "../../src/client/client.ts";
import { last } from "../../src/client/last.ts";
import { type Problem, type Scenario, ScenarioError } from "../../src/scenario/scenario.ts";

export interface ShippedScenario {
  file: string;
  text: string;
  title: string;
  about: string;
}

/** What the panel shows: the list, the editor, or a scenario that can be played. */
export type LibraryView =
  | { kind: "list" }
  | { kind: "text"; text: string; problems: readonly Problem[] }
  | { kind: "scenario"; text: string; scenario: Scenario };

export interface ScenarioLibrary {
  shipped: Signal<readonly ShippedScenario[] | undefined>;
  view: Signal<LibraryView>;
  /** Reads the list once. */
  load(): Promise<void>;
  /** Opens a scenario, or the editor with its problems. */
  open(text: string): Promise<Scenario | undefined>;
  edit(text: string): void;
  list(): void;
  /** Opens a scenario with the files chosen along with it. */
  openFiles(files: readonly File[]): Promise<void>;
  readFile(path: string): Promise<Uint8Array>;
}

export function makeScenarioLibrary(client: EmulatorClient): ScenarioLibrary {
  const shipped = signal<readonly ShippedScenario[] | undefined>(undefined);
  const view = signal<LibraryView>({ kind: "list" });
  let attachedFiles: readonly File[] = [];

  async function open(text: string): Promise<Scenario | undefined> {
    const { parseScenario } = await import("../scenarios/scenario-text.ts");
    try {
      const scenario = parseScenario(text);
      view.value = { kind: "scenario", text, scenario };
      return scenario;
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      view.value = { kind: "text", text, problems: error.problems };
      return undefined;
    }
  }
  return {
    shipped,
    view,
    open,
    load: async () => {
      if (shipped.value !== undefined) return;
      const { parseScenario } = await import("../scenarios/scenario-text.ts");
      const { scenarios } = await client.call<{ scenarios: { file: string; text: string }[] }>("/page/scenarios");
      shipped.value = scenarios.map(({ file, text }) => {
        const { title, about = "" } = parseScenario(text);
        return { file, text, title, about };
      });
    },
    edit: (text) => {
      view.value = { kind: "text", text, problems: [] };
    },
    list: () => {
      view.value = { kind: "list" };
    },
    openFiles: async (files) => {
      const text = await files.find(({ name }) => /\.ya?ml$/i.test(name))?.text();
      attachedFiles = files;
      if (text === undefined) throw new Error("请选择扩展名为yaml的场景文件。");
      await open(text);
    },
    readFile: async (path) => {
      const name = last(path.split("/"));
      const file = attachedFiles.find((one) => one.name === name);
      if (file === undefined) throw new Error(`没有文件「${path}」，请与场景文件一起选择。`);
      return new Uint8Array(await file.arrayBuffer());
    },
  };
}

import { useEffect, useState } from "preact/hooks";
import { useStore } from "../state/context.ts";
import { ScenarioList } from "./scenario-list.tsx";
import { ScenarioSheet } from "./scenario-sheet.tsx";
import { ScenarioWriter } from "./scenario-writer.tsx";

/** Shipped scenarios, own ones and recordings. Files dropped here are opened. */
export function ScenarioPanel() {
  const { library, attempt } = useStore();
  const [over, setOver] = useState(false);
  useEffect(() => void attempt(library.load), [attempt, library]);
  const view = library.view.value;
  const holdsFiles = (event: DragEvent) => (event.dataTransfer?.types ?? []).includes("Files");
  return (
    <section
      class={`scenarios${over ? " over" : ""}`}
      aria-label="场景"
      onDragOver={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(false);
        void attempt(() => library.openFiles([...(event.dataTransfer?.files ?? [])]));
      }}
    >
      {view.kind === "list" && <ScenarioList />}
      {view.kind === "text" && <ScenarioWriter text={view.text} problems={view.problems} />}
      {view.kind === "scenario" && <ScenarioSheet text={view.text} scenario={view.scenario} />}
    </section>
  );
}

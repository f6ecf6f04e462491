import { useState } from "preact/hooks";
import type { CardReading } from "../../src/contract/card.ts";
import { CardNodes } from "./card-node.tsx";
import { CardQuestion } from "./card-question.tsx";
import { CardVersions } from "./card-versions.tsx";
import { FaceContext } from "./rendered-card.ts";
import { useDrawn } from "./use-drawn.ts";
import { useFace } from "./use-rendered-card.ts";
import { useTurnedPage } from "./use-turned-page.ts";

/** An interactive card as this person sees it. Its newest face replaces the one before in place. */
export function Card({ card, userId }: { card: CardReading; userId: string }) {
  const { face, locals } = useFace(card, userId);
  const nodes = useDrawn(card, locals);
  const frame = useTurnedPage(card, face);
  const [history, setHistory] = useState(false);
  return (
    <section
      ref={frame}
      class="card"
      aria-label={card.text.split("\n")[0] ?? "卡片"}
      aria-busy={face.busy !== undefined}
    >
      <FaceContext.Provider value={face}>
        <CardNodes nodes={nodes} />
        {face.question !== undefined && <CardQuestion question={face.question} />}
      </FaceContext.Provider>
      <button
        type="button"
        class="version"
        aria-label={`v${card.version}，查看历次内容`}
        onClick={() => setHistory(true)}
      >
        v{card.version}
      </button>
      {history && <CardVersions card={card} onClose={() => setHistory(false)} />}
    </section>
  );
}

import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { CardReading } from "../../src/contract/card.ts";
import { CardInteractionContext } from "./card-interaction.ts";
import { CardNodes } from "./card-node.tsx";
import { CardQuestion } from "./card-question.tsx";
import { CardVersions } from "./card-versions.tsx";
import { useCardInteractionFor } from "./use-card-interaction.ts";
import { useRenderedNodes } from "./use-rendered-nodes.ts";

/** An interactive card as this person sees it. Its newest version replaces the previous one in place. */
export function Card({ card, userId }: { card: CardReading; userId: string }) {
  const { interaction, locals } = useCardInteractionFor(card, userId);
  const nodes = useRenderedNodes(card, locals);
  const frame = useScrollToNewPage(card, interaction);
  const [history, setHistory] = useState(false);
  return (
    <section
      ref={frame}
      class="card"
      aria-label={card.text.split("\n")[0] ?? "卡片"}
      aria-busy={interaction.busy !== undefined}
    >
      <CardInteractionContext.Provider value={interaction}>
        <CardNodes nodes={nodes} />
        {interaction.question !== undefined && <CardQuestion question={interaction.question} />}
      </CardInteractionContext.Provider>
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

/** Scrolls to the top of the card when the person's own press brings another page of its form. */
function useScrollToNewPage(
  { forms }: CardReading,
  { busy }: { busy: string | undefined },
): RefObject<HTMLElement | null> {
  const frame = useRef<HTMLElement>(null);
  const acted = useRef(false);
  const formId = forms[0]?.formId;
  const before = useRef(formId);
  if (busy !== undefined) acted.current = true;
  useEffect(() => {
    const turned = acted.current && before.current !== undefined && formId !== undefined && before.current !== formId;
    before.current = formId;
    if (!turned) return;
    acted.current = false;
    frame.current?.scrollIntoView({ block: "start" });
  }, [formId]);
  return frame;
}

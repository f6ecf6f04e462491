import { z } from "zod";
import type { CardReader } from "../card-delivery/read-card.ts";
import { notFound } from "../control-api/control-error.ts";
import { controlRoute } from "../control-api/control-route.ts";
import type { World } from "../world/world.ts";

interface Deps {
  world: World;
}

/** For the page, which renders a card again when a local variable of the client changes. */
export const templateRoute = ({ world }: Deps, cards: CardReader) =>
  controlRoute({
    method: "GET",
    path: "/page/templates/:templateId",
    summary: "A parsed card template.",
    params: z.object({ templateId: z.string() }),
    run: ({ params: { templateId } }) => {
      if (!world.templates.has(templateId)) throw notFound("templateUnknown", `没有卡片模板 ${templateId}`);
      return cards.template(templateId);
    },
  });

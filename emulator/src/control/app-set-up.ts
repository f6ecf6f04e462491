import { z } from "zod";
import { parseTemplate } from "../card/index.ts";
import { badRequest } from "../control-api/control-error.ts";
import { controlRoute } from "../control-api/control-route.ts";
import type { HttpPusher } from "../delivery/http-pusher.ts";
import { checkEventUrl } from "../delivery/post-event.ts";
import type { Warnings } from "../instruments/warnings.ts";
import type { App } from "../world/records.ts";
import type { World } from "../world/world.ts";

interface Deps {
  world: World;
  httpPusher: HttpPusher;
  warnings: Warnings;
}

const appSchema = z.object({
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  robotCode: z.string().min(1),
  name: z.string(),
  mode: z.enum(["stream", "http"]).default("stream"),
  messageUrl: z.url().optional(),
  eventUrl: z.url().optional(),
  eventToken: z.string().optional(),
  eventAesKey: z.string().length(43).optional(),
});

export const putAppRoute = ({ world, warnings, httpPusher }: Deps) =>
  controlRoute({
    method: "POST",
    path: "/apps",
    summary: "Adds or changes an app with its robot; an address for events is checked by `check_url` first.",
    body: appSchema,
    reply: z.object({ clientId: z.string() }),
    run: async ({ body }) => {
      const { clientId, clientSecret, robotCode, name, mode, ...urls } = body;
      const given: Partial<App> = Object.fromEntries(Object.entries(urls).filter(([, value]) => value !== undefined));
      const app: App = { clientId, clientSecret, robotCode, name, mode, ...given };
      world.apps.put(clientId, app);
      if (mode === "http") await checkEventUrl(app, { warnings, httpPusher });
      return { clientId };
    },
  });

export const putTemplateRoute = ({ world }: Pick<Deps, "world">) =>
  controlRoute({
    method: "POST",
    path: "/templates",
    summary: "Imports a card template: the export file of the card platform's editor.",
    body: z.object({ templateId: z.string().min(1), export: z.unknown() }),
    reply: z.object({ templateId: z.string() }),
    run: ({ body }) => {
      try {
        parseTemplate(body.export);
      } catch (error) {
        throw badRequest("badTemplate", error instanceof Error ? error.message : String(error));
      }
      world.templates.put(body.templateId, body);
      return { templateId: body.templateId };
    },
  });

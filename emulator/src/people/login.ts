import { z } from "zod";
import { conflict, notFound } from "../control-api/control-error.ts";
import { controlRoute } from "../control-api/control-route.ts";
import type { Logins } from "../login/logins.ts";
import type { World } from "../world/world.ts";
import { requireUser } from "./require.ts";
import { userParams } from "./say.ts";

interface Deps {
  world: World;
  logins: Logins;
}

/** A person consents on DingTalk's login page, which is not emulated: the code it would send the browser back with. */
export const loginRoute = ({ world, logins }: Deps) =>
  controlRoute({
    method: "POST",
    path: "/users/:userId/login",
    summary: "A person logs in to an app; the code is exchanged by `/v1.0/oauth2/userAccessToken`.",
    params: userParams,
    body: z.object({ clientId: z.string().optional() }),
    reply: z.object({ authCode: z.string() }),
    run: ({ params: { userId }, body }) => {
      requireUser({ world }, userId);
      const [first] = world.apps.values();
      if (first === undefined) throw conflict("noApp", "没有任何应用");
      const { clientId = first.clientId } = body;
      if (!world.apps.has(clientId)) throw notFound("appUnknown", `没有应用 ${clientId}`);
      return { authCode: logins.authorize(clientId, userId) };
    },
  });

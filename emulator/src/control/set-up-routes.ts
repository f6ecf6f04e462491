import type { Parts } from "../parts.ts";
import { putAppRoute, putTemplateRoute } from "./app-set-up.ts";
import type { ControlRoute } from "./control-route.ts";
import { addMembersRoute, putGroupRoute, removeMemberRoute } from "./group-set-up.ts";
import { putUserRoute } from "./user-set-up.ts";

/** Changes of the world around the bot; it hears of them as it would from the platform. */
export const setUpRoutes = (parts: Parts): ControlRoute[] => [
  putUserRoute(parts),
  putGroupRoute(parts),
  addMembersRoute(parts),
  removeMemberRoute(parts),
  putAppRoute(parts),
  putTemplateRoute(parts),
];

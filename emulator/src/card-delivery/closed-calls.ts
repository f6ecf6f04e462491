import { type PlatformCall, platformCall } from "../platform/call.ts";
import { PermissionDeniedError } from "../platform/errors.ts";

/** Cards of the older kind: no new app is granted them any more. Which scope the refusal names is assumed. */
export const closedCardCalls = (): PlatformCall[] =>
  (
    [
      ["POST", "/v1.0/im/v1.0/robot/interactiveCards/send"],
      ["PUT", "/v1.0/im/robots/interactiveCards"],
    ] as const
  ).map(([method, path]) =>
    platformCall({
      method,
      path,
      gateway: "api",
      auth: "token",
      counted: true,
      run: () => {
        throw new PermissionDeniedError("InteractiveCard.Write");
      },
    }),
  );

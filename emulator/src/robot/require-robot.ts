import { PlatformError } from "../platform/errors.ts";
import type { App } from "../world/records.ts";

/** @throws PlatformError when the robot is not the calling app's own */
export function requireRobot(app: App, robotCode: string): void {
  if (robotCode === "") throw new PlatformError(400, "invalidParameter.robotCode.empty", "robotCode is empty");
  if (robotCode !== app.robotCode) {
    throw new PlatformError(400, "invalidParameter.robotCode.auth", "robotCode does not belong to this app");
  }
}

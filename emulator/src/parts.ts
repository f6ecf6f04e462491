import type { Activity } from "./clock/activity.ts";
import type { EmulatedClock } from "./clock/emulated-clock.ts";
import type { Deliveries } from "./delivery/deliveries.ts";
import type { Poster } from "./delivery/http-pusher.ts";
import type { Files } from "./files/files.ts";
import type { Connections } from "./gateway/connections.ts";
import type { Pusher } from "./gateway/pusher.ts";
import type { Tickets } from "./gateway/tickets.ts";
import type { Faults } from "./instruments/faults.ts";
import type { Log } from "./instruments/log.ts";
import type { Traffic } from "./instruments/traffic.ts";
import type { Usage } from "./instruments/usage.ts";
import type { Warnings } from "./instruments/warnings.ts";
import type { CallLimits } from "./limits/call-limits.ts";
import type { Tokens } from "./platform/tokens.ts";
import type { Conversations } from "./world/conversations.ts";
import type { MessageBoxes } from "./world/messages.ts";
import type { World } from "./world/world.ts";

/** What one running emulator is made of. Functions take from it what they need. */
export interface Parts {
  world: World;
  messages: MessageBoxes;
  conversations: Conversations;
  clock: EmulatedClock;
  files: Files;
  activity: Activity;
  tickets: Tickets;
  tokens: Tokens;
  limits: CallLimits;
  connections: Connections;
  pusher: Pusher;
  poster: Poster;
  deliveries: Deliveries;
  faults: Faults;
  traffic: Traffic;
  usage: Usage;
  warnings: Warnings;
  log: Log;
  /** Where this emulator listens, without a final slash. */
  baseUrl(): string;
  /** The stream's encrypted address; undefined without a proxy. */
  secureEndpoint(): string | undefined;
}

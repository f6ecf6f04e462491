import type {
  CallbackAnswer,
  CardCallback,
  InboundHandler,
  InboundMessage,
  PlatformEvent,
} from "../../../src/platform/chat/ports.ts";

export interface Recorder extends InboundHandler {
  messages: InboundMessage[];
  events: PlatformEvent[];
  callbacks: CardCallback[];
}

/** Stores everything it is given, in memory. What should go differently is replaced. */
export function recorder(replaced: Partial<InboundHandler> = {}): Recorder {
  const messages: InboundMessage[] = [];
  const events: PlatformEvent[] = [];
  const callbacks: CardCallback[] = [];
  return {
    messages,
    events,
    callbacks,
    onMessage: async (message) => {
      await replaced.onMessage?.(message);
      messages.push(message);
    },
    onEvent: async (event) => {
      await replaced.onEvent?.(event);
      events.push(event);
    },
    onCallback: async (callback): Promise<CallbackAnswer> => {
      callbacks.push(callback);
      return (await replaced.onCallback?.(callback)) ?? {};
    },
  };
}

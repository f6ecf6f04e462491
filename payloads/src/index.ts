/** The platform's payloads in both directions: the only part of this folder that the emulator shares. */
export * from "./wire/card.ts";
export * from "./wire/card-callback.ts";
export * from "./wire/contact.ts";
export * from "./wire/error.ts";
export * from "./wire/event.ts";
export * from "./wire/frame.ts";
export * from "./wire/gateway.ts";
export * from "./wire/lenient.ts";
export * from "./wire/media.ts";
export * from "./wire/receipt.ts";
export * from "./wire/robot-message.ts";
export * from "./wire/send.ts";
export * from "./wire/todo.ts";
export * from "./wire/token.ts";

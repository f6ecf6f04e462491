import { outbox } from "./machines/outbox.ts";
import { keepPromises } from "./seeds.ts";

// It takes as long as all others together, so it runs beside them.
keepPromises([outbox]);

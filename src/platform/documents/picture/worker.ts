import { parentPort, workerData } from "node:worker_threads";
import { drawPicture } from "./draw-picture.ts";
import type { PictureSpec } from "./picture-spec.ts";

/** Draws one page and ends. */
parentPort?.postMessage(await drawPicture(workerData as PictureSpec));

// SPDX-License-Identifier: Apache-2.0
// Types of the entry that carries no module.

import type { Steelyard } from "./index.js";

export type * from "./index.js";
export { SteelyardError } from "./index.js";

/**
 * As `load` of the default entry, with the module that the host brings: `steelyard/core.wasm`, compiled or as bytes.
 * Rejects with `call.argument` where it is not Steelyard's engine.
 *
 * @example
 * import { load } from "steelyard/core";
 * const steelyard = await load({ module: await WebAssembly.compileStreaming(fetch("/steelyard.wasm")) });
 */
export declare function load(options: { module: object }): Promise<Steelyard>;

// SPDX-License-Identifier: Apache-2.0
// Type of `steelyard/core.wasm`, in hosts and bundlers where importing it gives a compiled module.

/**
 * The engine's module (a `WebAssembly.Module`), for `load({ module })`.
 *
 * @example
 * import { load } from "steelyard/core";
 * import module from "steelyard/core.wasm";
 * const steelyard = await load({ module });
 */
declare const module: object;
export default module;

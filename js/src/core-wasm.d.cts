// SPDX-License-Identifier: Apache-2.0
// As core-wasm.d.ts, for require().

/** The engine's module (a `WebAssembly.Module`), for `load({ module })`. */
declare const module: object;
export = module;

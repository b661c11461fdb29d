// SPDX-License-Identifier: Apache-2.0
// The module that stands in the package as text. The build writes ./module.js beside this file.

import { moduleBase64 } from "./module.js";

/** Synchronous, which every runtime that compiles at all allows; nothing is fetched and nothing is read. */
export function compileInlined() {
  return new WebAssembly.Module(Uint8Array.from(atob(moduleBase64), (character) => character.charCodeAt(0)));
}

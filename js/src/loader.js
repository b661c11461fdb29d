// SPDX-License-Identifier: Apache-2.0
// load(), given how this build comes by its module. One engine for each module, however often load() is called.

import { tagOf } from "./encode.js";
import { argumentError } from "./error.js";
import { createSteelyard } from "./shim.js";

/**
 * @param defaultModule returns the module of this build, or a promise of it; runs at the first load() and not before
 */
export function createLoad(defaultModule) {
  const loadedBySource = new WeakMap();
  return async function load(options) {
    const source = options?.module ?? defaultModule;
    const compile = source === defaultModule ? defaultModule : compilerOf(source);
    if (!loadedBySource.has(source))
      loadedBySource.set(
        source,
        makeOnce(compile, () => loadedBySource.delete(source)),
      );
    return loadedBySource.get(source);
  };
}

/** A load that failed is forgotten, so that the next one tries again. */
async function makeOnce(compile, forget) {
  try {
    return createSteelyard(await compile());
  } catch (error) {
    forget();
    throw error;
  }
}

/** For a module that the host compiled, or the bytes of one. */
function compilerOf(source) {
  if (tagOf(source) === "WebAssembly.Module") return () => source;
  if (ArrayBuffer.isView(source) || tagOf(source) === "ArrayBuffer") return () => WebAssembly.compile(source);
  throw argumentError("module", "The module is neither a WebAssembly.Module nor the bytes of one.");
}

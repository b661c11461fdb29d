// SPDX-License-Identifier: Apache-2.0
// The loader without a module: load({ module }) with one that the host compiled, for instance of `steelyard/core.wasm`.

import { argumentError } from "./error.js";
import { createLoad } from "./loader.js";

export { SteelyardError } from "./error.js";

export const load = createLoad(() => {
  throw argumentError("module", "This entry carries no module: call load({ module }).");
});

// SPDX-License-Identifier: Apache-2.0
// The loader for Workers, which compile nothing while they serve: the module comes compiled with the import.

import module from "./steelyard.wasm";
import { createLoad } from "./loader.js";

export { SteelyardError } from "./error.js";

export const load = createLoad(() => module);

// SPDX-License-Identifier: Apache-2.0
// The loader for everywhere but Workers: the module comes along as text, and is compiled at the first load().

import { compileInlined } from "./inline.js";
import { createLoad } from "./loader.js";

export { SteelyardError } from "./error.js";

export const load = createLoad(compileInlined);

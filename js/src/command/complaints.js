// SPDX-License-Identifier: Apache-2.0
// What the program says when something is wrong, in the words of the table. In: a complaint's name. Out: its text.

import { table } from "./table.js";

/** The complaint with the texts in its places, in order. */
export function complaint(name, ...texts) {
  const pieces = table.complaints[name].split("{}");
  return pieces.map((piece, index) => (index === 0 ? piece : `${texts[index - 1]}${piece}`)).join("");
}

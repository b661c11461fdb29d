// SPDX-License-Identifier: Apache-2.0
// js/profile.schema.json as an editor understands it: a profile goes in, what the schema has against it comes out. It
// refuses to know the compiler.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { default: Ajv } = createRequire(new URL("../../js/package.json", import.meta.url))("ajv/dist/2020.js");

export const schema = JSON.parse(readFileSync(new URL("../../js/profile.schema.json", import.meta.url), "utf8"));

const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false });
ajv.addKeyword({ keyword: "patternErrorMessage", schemaType: "string" }); // of editors: what a pattern means, in words
const validate = ajv.compile(schema);

/** What the schema has against a profile, null where nothing. */
export function schemaFault(profile) {
  if (validate(profile)) return null;
  const [{ instancePath, message }] = validate.errors;
  return `${instancePath} ${message}`;
}

// SPDX-License-Identifier: Apache-2.0
// Which of the compiler's tables says which words of the schema. The schema and the tables come in; complaints go out:
// a word that only one of them has, a table or a list of words that nobody claims. It refuses to know what words mean.

const DEFS = "/$defs";
const WHOLE = "/$defs/complete/properties";

/** Tables of the compiler by function, and the places in the schema that must have exactly their words. */
const PLACES = {
  "profile.c.members": ["/properties"],
  "detection.names": [`${DEFS}/detection/properties`],
  "message_source.names": [`${DEFS}/messages/properties`],
  "message_source.shapes": [`${DEFS}/messages/properties/as/items/enum`],
  "compile_envelope.names": [`${DEFS}/envelope/properties`],
  "compile_envelope.error_names": [`${DEFS}/envelope/properties/error/properties`],
  "compile_envelope.warning_names": [`${DEFS}/envelope/properties/warning/properties`],
  "compile_error_code.names": [`${DEFS}/envelope/properties/error/properties/code/anyOf/1/properties`],
  "compile_snapshot.names": [`${DEFS}/snapshot/properties`],
  "compile_snapshot.types": [`${DEFS}/snapshot/properties/type/enum`],
  "sy_profile_parts_test.names": [`${DEFS}/test/properties`],
  "compile_plain.names": [`${WHOLE}/wallets/else/propertyNames/enum`],
  "compile_plain.nulls": [`${DEFS}/wallets/properties/null/enum`],
  "compile_shapes.words": [`${DEFS}/wallets/properties/as/items/enum`],
  "compile_joined.names": [`${WHOLE}/wallets/then/propertyNames/enum`],
  "compile_joined.keys": [`${DEFS}/wallets/properties/join/enum`],
  "list_row.names": [`${DEFS}/wallets/properties/lists/additionalProperties/properties`],
  "add_id.names": [`${DEFS}/id/properties`],
  "add_id.types": [`${DEFS}/id/properties/type/enum`],
  "add_id.sources": [`${DEFS}/id/properties/from/enum`],
  "add_currency.names": [`${WHOLE}/currency/allOf/0/else/propertyNames/enum`],
  "add_currency.option_names": [`${WHOLE}/currency/allOf/0/then/propertyNames/enum`],
  "add_currency.sources": [`${DEFS}/currency/properties/from/enum`],
  "add_currency.cases": [`${DEFS}/currency/properties/case/enum`],
  "add_status.names": [`${DEFS}/status/properties`],
  "add_kind.names": [`${DEFS}/kind/properties`],
  "add_named.allowed": [`${DEFS}/placed/properties`],
  "unit_member.words": [`${DEFS}/unit/anyOf/0/enum`],
  "compile_default_unit.words": [`${DEFS}/unit/anyOf/0/enum`],
  "unit_object.minor_names": [`${DEFS}/wholeUnit/then/propertyNames/enum`],
  "unit_object.digits_names": [`${DEFS}/wholeUnit/else/then/propertyNames/enum`],
  "unit_object.member_names": [`${DEFS}/wholeUnit/else/else/then/propertyNames/enum`],
  "sy_profile_parts_carriers.words": [`${DEFS}/carrier/enum`],
  "add_amount.names": [`${WHOLE}/amounts/additionalProperties/else/else/propertyNames/enum`],
  "add_amount.option_names": [`${WHOLE}/amounts/additionalProperties/then/propertyNames/enum`],
  "add_option_amounts.options": [`${DEFS}/amount/properties/option/enum`],
  "add_sum.names": [`${WHOLE}/amounts/additionalProperties/else/then/propertyNames/enum`],
  "sy_profile_parts_outcome.words": [`${DEFS}/outcome/enum`],
  "formula.names": [`${DEFS}/formula/properties`],
  "derivation.names": [`${DEFS}/derivation/properties`],
  "check.names": [`${DEFS}/check/properties`],
};

/** Members of one object that several tables share, by the kind of it: the object has the words of all of them. */
const UNIONS = {
  [`${DEFS}/wallets/properties`]: ["compile_plain.names", "compile_joined.names"],
  [`${DEFS}/currency/properties`]: ["add_currency.names", "add_currency.option_names"],
  [`${DEFS}/amount/properties`]: ["add_amount.names", "add_amount.option_names", "add_sum.names"],
  [`${DEFS}/unit/anyOf/1/properties`]: ["unit_object.minor_names", "unit_object.digits_names", "unit_object.member_names"],
};

/** Tables whose words are those of others, with the reason. */
const REPEATED = {
  "add_key.places": "members that a key has no use for; the mutations hold the schema to it",
};

/** Lists of words in the schema that follow from others, with the reason. */
const FOLLOWING = {
  "/properties/texts/propertyNames/not/enum": "the texts that every wallet has; the mutations hold the schema to it",
  [`${WHOLE}/id/then/propertyNames/enum`]: "id from the key: what add_key.places leaves",
  [`${WHOLE}/currency/allOf/1/then/propertyNames/enum`]: "currency from the key: what add_key.places leaves",
  [`${WHOLE}/currency/allOf/2/if/properties/from/enum`]: "the two sources that have a place",
};

function valueAt(document, pointer) {
  return pointer.split("/").slice(1).reduce((value, token) => value?.[token], document);
}

/** The words at a place of the schema: a list's, or an object's names. */
function wordsAt(schema, pointer) {
  const value = valueAt(schema, pointer);
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.filter((word) => word !== null) : Object.keys(value);
}

/** Pointers of every closed object and every list of words in the schema, but for `if` parts without lists. */
function listsIn(value, pointer = "") {
  if (typeof value !== "object" || value === null) return [];
  const own = [];
  if (value.additionalProperties === false) own.push(`${pointer}/properties`);
  if (Array.isArray(value.enum)) own.push(`${pointer}/enum`);
  return own.concat(Object.entries(value).flatMap(([key, inner]) => listsIn(inner, `${pointer}/${key}`)));
}

function compared(words, known, where, who) {
  if (known === undefined) return [`the schema has nothing at ${where}, where ${who} has its words`];
  return [
    ...words.filter((word) => !known.includes(word)).map((word) => `${who} knows "${word}", the schema at ${where} does not`),
    ...known.filter((word) => !words.includes(word)).map((word) => `the schema at ${where} has "${word}", ${who} does not know it`),
  ];
}

/** The places of all tables: those of facets say their own. */
function placesOf(tables) {
  const ofFacets = tables.filter(({ place }) => place !== undefined).map(({ name, place }) => [name, [`${DEFS}/${place}`]]);
  return { ...PLACES, ...Object.fromEntries(ofFacets) };
}

/** Complaints where schema and compiler do not know the same words; nothing where they do. */
export function complaintsAboutWords(schema, tables) {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const places = placesOf(tables);
  const claimed = new Set([...Object.values(places).flat(), ...Object.keys(UNIONS), ...Object.keys(FOLLOWING)]);
  const wordsOf = (names) => [...new Set(names.flatMap((name) => byName.get(name)?.words ?? []))];
  return [
    ...[...Object.keys(places), ...Object.keys(REPEATED)]
      .filter((name) => !byName.has(name))
      .map((name) => `the compiler has no table ${name} any more: words.mjs has to follow`),
    ...tables
      .filter(({ name }) => !(name in places) && !(name in REPEATED))
      .map(({ name, file }) => `the table ${name} in ${file} has no place in the schema: words.mjs has to say which`),
    ...listsIn(schema)
      .filter((pointer) => !claimed.has(pointer))
      .map((pointer) => `the words at ${pointer} of the schema stand in no table of the compiler`),
    ...Object.entries(places).flatMap(([name, pointers]) =>
      byName.has(name) ? pointers.flatMap((pointer) => compared(wordsOf([name]), wordsAt(schema, pointer), pointer, name)) : [],
    ),
    ...Object.entries(UNIONS).flatMap(([pointer, names]) =>
      compared(wordsOf(names), wordsAt(schema, pointer), pointer, names.join(" with ")),
    ),
  ];
}

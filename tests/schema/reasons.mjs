// SPDX-License-Identifier: Apache-2.0
// What the compiler of profiles refuses and a JSON Schema cannot: each reason with its cause and with what the compiler
// says then. Anything else that only the compiler refuses is a gap in the schema.

/** `[{ cause, says }]`: why a schema is silent, and the messages of the faults. */
export const REASONS = [
  {
    cause: "a name must be one that the profile has elsewhere: a schema cannot look it up",
    says: /there is no (amount|amount, flag or text|flag|list|text) of this name/,
  },
  {
    cause: "a name must be of the sort that the rule asks for, amount, flag or text: a schema sees a word",
    says: /`is` is needed here|one of < <= > >= = is needed here|of an amount only `is known` can be asked/,
  },
  {
    cause: "a name may stand in one of the tables of amounts, flags and texts: a schema cannot compare them",
    says: /this name means something else already/,
  },
  {
    cause: "two members may not stand in one place: a schema cannot compare pointers",
    says: /two fields name the same member|a member that holds others is named as a value too|two lists stand at one place/,
  },
  {
    cause: "a rule needs amounts and texts that something gives: a schema does not read rules",
    says: /nothing gives or derives this amount|a formula recomputes an amount that the provider states|the profile does not say where this text stands/,
  },
  {
    cause: "a word that a condition asks for must be one of `values`: a schema does not read conditions",
    says: /`values` gives no such word/,
  },
  {
    cause: "what is unique or in order must differ from wallet to wallet: a schema does not follow a name to its place",
    says: /this text is the same for every wallet/,
  },
  {
    cause: "members far from each other must fit: a key needs wallets that have one, a join the text by which it joins",
    says: /only wallets that are `keyed` or joined have a key|no element of the lists says this|an amount can be the wallet itself only where|only an amount can be the wallet itself/,
  },
  {
    cause: "a code that is no three capital letters must be one of `minorUnits`: a schema does not look there",
    says: /a currency code is three capital letters, or one of `minorUnits`/,
  },
  {
    cause: "a limit counts members of several places together",
    says: /there are too many (names|texts)|a profile names at most \d+ members|a profile has at most \d+ rules|a sum has at most \d+ terms/,
  },
  {
    cause: "a number must fit 38 digits: a schema does not count the digits of a number",
    says: /the number cannot be held exactly/,
  },
  {
    cause: "a code does not begin with the profile's own name: a schema cannot compare the two",
    says: /the profile's name is put before a code by itself/,
  },
  {
    cause: "a limit counts bytes: a schema counts characters",
    says: /a profile's name has 1 to \d+ bytes/,
  },
];

/** The same for profiles that extend another one: the schema sees only the layer, the compiler the result. */
export const REASONS_OF_EXTENSIONS = [
  {
    cause: "what is missing or too much when a profile is laid over another",
    says: /with what it extends|there is no member of this name here|this member is missing|a profile says where|a profile names amounts|there are too many entries/,
  },
  {
    cause: "the profile that is extended must be one that there is",
    says: /there is no profile of this name/,
  },
];

// SPDX-License-Identifier: Apache-2.0
// Where in a text a byte offset of its UTF-8 lies, and how far the JSON value reaches that begins there. The engine
// counts bytes; a text field counts UTF-16 units.

function utf8LengthOf(codePoint) {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4; // half a surrogate pair alone would be three bytes, too
}

/** The index of the character to which the byte belongs; the text's length where the offset lies behind it. */
export function indexOfByte(text, offset) {
  let nbytes = 0;
  for (let index = 0; index < text.length; ) {
    const codePoint = text.codePointAt(index);
    nbytes += utf8LengthOf(codePoint);
    if (nbytes > offset) return index;
    index += codePoint > 0xffff ? 2 : 1;
  }
  return text.length;
}

function endOfString(text, start) {
  for (let index = start + 1; index < text.length; index++) {
    if (text[index] === "\\") index++;
    else if (text[index] === '"') return index + 1;
  }
  return text.length;
}

function endOfContainer(text, start) {
  let depth = 0;
  for (let index = start; index < text.length; index++) {
    const character = text[index];
    if (character === '"') index = endOfString(text, index) - 1;
    else if (character === "{" || character === "[") depth++;
    else if (character === "}" || character === "]") depth--;
    if (depth === 0) return index + 1;
  }
  return text.length;
}

/** Where the value that begins at an index ends: behind its last character, or behind one character of what is none. */
export function endOfValue(text, start) {
  const character = text[start];
  if (character === '"') return endOfString(text, start);
  if (character === "{" || character === "[") return endOfContainer(text, start);
  const [literal] = /^[\w.+-]+/.exec(text.slice(start, start + 4096)) ?? [];
  if (literal !== undefined) return start + literal.length;
  return Math.min(text.length, start + (text.codePointAt(start) > 0xffff ? 2 : 1));
}

/** The value at a byte offset as [start, end), for a text field. Of a malformed text only the character at fault. */
export function rangeAtByte(text, offset, isMalformed = false) {
  const start = indexOfByte(text, offset);
  if (!isMalformed) return [start, endOfValue(text, start)];
  return [start, Math.min(text.length, start + (text.codePointAt(start) > 0xffff ? 2 : 1))];
}

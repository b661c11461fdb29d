// SPDX-License-Identifier: Apache-2.0
// What --help prints, laid out from the table. core/embed_commands.cmake has the same rule, for the native program.

/** The layout: two spaces, the term, the text from a column on; below the term where that reaches the column. */
function line(term, text, column) {
  const head = `  ${term}`;
  const start = head.length < column ? head.padEnd(column) : `${head}\n${" ".repeat(column)}`;
  return `${start}${text}\n`;
}

function optionTerm({ flag, alias, letter, value }) {
  const names = [letter && `-${letter}`, `--${flag}`, alias && `--${alias}`].filter(Boolean).join(", ");
  return value === undefined ? names : `${names} ${value}`;
}

/** The exit statuses one after the other, on a new line where one would pass the width. */
function exitLines({ title, width, rows }) {
  const lines = [title];
  rows.forEach(({ status, help }, index) => {
    const end = index === rows.length - 1 ? "." : ",";
    const longer = `${lines.at(-1)} ${status} ${help}${end}`;
    if (longer.length > width) lines.push(`${status} ${help}${end}`);
    else lines[lines.length - 1] = longer;
  });
  return `${lines.join("\n")}\n`;
}

export function helpText({ usage, about, commands, options, exits }) {
  const commandLines = commands.rows.map(({ name, operands, help }) =>
    line(`${name} ${operands}`, help, commands.column),
  );
  const optionLines = options.rows.map((row) => line(optionTerm(row), row.help, options.column));
  return [
    `${usage}\n\n${about}\n`,
    `${commands.title}\n${commandLines.join("")}`,
    `${commands.note}\n`,
    `${options.title}\n${optionLines.join("")}`,
    exitLines(exits),
  ].join("\n");
}

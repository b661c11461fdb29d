#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""check_rooms.py sees what it is there to see.

A small tree of six rooms is written into a folder of its own, compiled and checked: nothing may be wrong with it. Then each
fault is planted alone in a fresh copy, and must be reported at its own file. One line for each; the last line counts.
"""

import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile

from rooms import read_laws, read_table

CHECK = pathlib.Path(__file__).resolve().with_name("check_rooms.py")
ENGINE = "the engine itself only through `<steelyard.h>`"
ROOMS = {
    "base": "nothing",
    "json": "base",
    "options": "json and what it uses",
    "report": "base, json",
    "verify": "report and what it uses; of options only `call_options.h`",
    "explain": f"base, report; {ENGINE}",
}
LISTED = """base/limits.h base/span.h base/span.c json/json_node.h json/json_node.c json/json_node_text.c
    options/option_value.h options/option_value.c options/call_options.h options/call_options.c
    report/facet.h report/facet_gifts.c report/report.h report/report.c verify/verify.c explain/page.h explain/page.c explain/explain.c"""


def opened(path, may_use, code):
    """A file with its opening comment; a header also gets its guard."""
    law = f" May use: {may_use}." if may_use else ""
    comment = f"/* SPDX-License-Identifier: Apache-2.0 */\n/* {path} - sy_nobody in a comment is no use.{law} */\n"
    guard = path.split("/")[1].upper().replace(".", "_")
    return comment + (f"#ifndef SY_{guard}\n#define SY_{guard}\n{code}\n#endif\n" if path.endswith(".h") else code + "\n")


CODE = {
    "base/limits.h": ("nothing", "#define SY_DEPTH_MAX 3\n#define SY_MUST_USE __attribute__((warn_unused_result))"),
    "base/span.h": ("limits", '#include "base/limits.h"\n#include <steelyard.h>\ntypedef struct sy_span { int size; } sy_span;\n'
                    "SY_MUST_USE int sy_span_size(const sy_span *span);\nextern const int sy_span_sizes[SY_DEPTH_MAX];\n"
                    "static inline int sy_span_twice(sy_span span) { return 2 * span.size; }\ntypedef int (*sy_order)(int);"),
    "base/span.c": (None, '#include "base/span.h"\nconst int sy_span_sizes[SY_DEPTH_MAX] = {1, 2, 3};\n'
                    "int sy_span_size(const sy_span *span) { return span->size; }"),
    "json/json_node.h": ("base", '#include "base/span.h"\ntypedef enum sy_node_type { SY_NODE_LIST, SY_NODE_TEXT = 4 } sy_node_type;\n'
                         "int sy_json_node_count(const sy_span *span);\nint sy_json_node_text(const sy_span *span);"),
    "json/json_node.c": (None, '#include "json/json_node.h"\nint sy_json_node_count(const sy_span *span) { return sy_span_size(span); }'),
    "json/json_node_text.c": (None, '#include "json/json_node.h"\nint sy_json_node_text(const sy_span *span)\n'
                              "{ return sy_json_node_count(span) + sy_span_sizes[0] + sy_span_twice(*span) + SY_NODE_LIST; }"),
    "options/option_value.h": ("json/json_node",
                               '#include "json/json_node.h"\nstruct sy_option { int value; };\nint sy_option_value(int node);'),
    "options/option_value.c": (None, '#include "options/option_value.h"\nint sy_option_value(int node) { return node; }'),
    "options/call_options.h": ("option_value", '#include "options/option_value.h"\nint sy_call_options_read(struct sy_option *option);'),
    "options/call_options.c": (None, '#include "options/call_options.h"\n'
                               "int sy_call_options_read(struct sy_option *option) { return sy_option_value(option->value); }"),
    "report/facet.h": ("nothing", "#define TABLE(X) X(gifts)\n#define DECLARE(name) extern const int sy_facet_##name;\nTABLE(DECLARE)"),
    "report/facet_gifts.c": (None, '#include "report/facet.h"\nconst int sy_facet_gifts = 1;'),
    "report/report.h": ("facet, json", '#include "json/json_node.h"\n#include "report/facet.h"\nint sy_report_sum(const sy_span *span);'),
    "report/report.c": (None, '#include "report/report.h"\nint sy_report_sum(const sy_span *span)\n'
                        "{ return sy_json_node_text(span) + sy_facet_gifts; }\nint steelyard_report_ok(int size) { return size; }"),
    "verify/verify.c": ("report, call_options",
                        '#include "options/call_options.h"\n#include "report/report.h"\nint steelyard_verify(int size)\n'
                        "{ sy_span span = {size}; return sy_report_sum(&span) + sy_call_options_read(0); }"),
    "explain/page.h": ("nothing", "int sy_page_size(void);\nint sy_page_title(void);"),
    "explain/page.c": (None, '#include "explain/page.h"\nint sy_page_size(void) { return 1; }\nint sy_page_title(void) { return 2; }'),
    "explain/explain.c": (None, '#include <steelyard.h>\n#include "explain/page.h"\n#include "report/report.h"\n'
                          "int steelyard_explain(int size) { return steelyard_verify(size) + sy_page_size(); }"),
}
PUBLIC = """#ifndef STEELYARD_H
#define STEELYARD_H
#ifdef __cplusplus
extern "C" {
#endif
int steelyard_report_ok(int size);
int steelyard_verify(int size);
int steelyard_explain(int size);
#ifdef __cplusplus
}
#endif
#endif
"""


def sound_tree():
    """{path below core: text}."""
    rows = "\n".join(f"| {room} | {cell} | some words |" for room, cell in ROOMS.items())
    tree = {
        "include/steelyard.h": PUBLIC,
        "CMakeLists.txt": "set(STEELYARD_SOURCES\n    include/steelyard.h # public\n    src/" + " src/".join(LISTED.split()) + "\n)\n",
        "src/README.md": f"# Rooms\n\n| room | may use | what for |\n| --- | --- | --- |\n{rows}\n\nMore words.\n",
    }
    for room, cell in ROOMS.items():
        tree[f"src/{room}/README.md"] = f"# {room}\n\nWords.\n\nMay use: {cell.replace(', ', ',' + chr(10), 1)}.\n\nMore.\n"
    tree["../wasm/engine.c"] = tree["../tests/unit/test.c"] = "int main(void) { return sy_page_title(); }\n"
    for path, (may_use, code) in CODE.items():
        tree[f"src/{path}"] = opened(path, may_use, code)
    return tree


# What is wrong; the file, text in it, text in its place (without: at its end, or a new file); the subject; what is said of it.
SPAN, NODE = "src/base/span.c", "src/json/json_node.c"
LIST, TABLE = "CMakeLists.txt", "src/README.md"
FAULTS = (
    ("a folder without a row", "src/extra/README.md", None, "words\n", "src/extra", "is a folder without a row"),
    ("a row without a folder", TABLE, "| report |", "| attic | base | none |\n| report |", "src/attic", "is no folder"),
    ("no table", TABLE, "| room |", "| chamber |", TABLE, "has no table"),
    ("a room that uses one below it", TABLE, "| json | base |", "| json | base, report |", TABLE,
     "row json: 'report' is no room above it"),
    ("a room that uses itself", TABLE, "| json | base |", "| json | json |", TABLE, "row json: 'json' is no room above it"),
    ("a law that cannot be read", TABLE, "| json | base |", "| json | whatever it likes |", TABLE, "'whatever it likes' is no room"),
    ("a law that forbids what is not", TABLE, "| json | base |", "| json | base; not attic |", TABLE, "row json: 'attic' is no room"),
    ("a file in the hall", "src/stray.c", None, "int x;\n", "src/stray.c", "does not belong here"),
    ("a folder in a room", "src/base/deep/a.c", None, "int x;\n", "src/base/deep", "does not belong here"),
    ("a text that is not C in a room", "src/base/notes.txt", None, "words\n", "src/base/notes.txt", "does not belong here"),
    ("a README that is missing", "src/json/README.md", None, None, "json/README.md", "is missing"),
    ("a README that is too short", "src/json/README.md", "# json\n\nWords.\n\n", "", "json/README.md", "has 3 lines"),
    ("a README that is too long", "src/json/README.md", None, "line\n" * 60, "json/README.md", "has 67 lines"),
    ("a README with another law", "src/json/README.md", "May use: base", "May use: base, report", "json/README.md",
     "should have the line"),
    ("a file that is not listed", LIST, "src/explain/explain.c", "", "explain/explain.c", "is not in the list"),
    ("a listed file that is not there", LIST, "src/json/json_node.c", "src/json/json_node.c src/json/gone.c", LIST,
     "json/gone.c, which does not exist"),
    ("a file listed twice", LIST, "src/base/span.c", "src/base/span.c src/base/span.c", LIST, "lists base/span.c twice"),
    ("a list out of the table's order", LIST, "src/base/limits.h", "src/json/json_node.c src/base/limits.h", LIST,
     "lists base/limits.h below files of json"),
    ("an include without its room", NODE, '"json/json_node.h"', '"json_node.h"', "json/json_node.c", "which does not name the room"),
    ("an include of nothing", NODE, '"json/json_node.h"', '"json/gone.h"', "json/json_node.c", "which is no header in the rooms"),
    ("an include of the C library", SPAN, "#include", "#include <string.h>\n#include", "base/span.c", "includes <string.h>"),
    ("an include of a room not allowed", NODE, "#include", '#include "report/facet.h"\n#include', "json/json_node.c",
     "json may not use report"),
    ("an include of a file below", "src/options/option_value.h", '#include "json', '#include "options/call_options.h"\n#include "json',
     "options/option_value.h", 'includes "options/call_options.h", which stands below it'),
    ("an include of another header than the one allowed", "src/verify/verify.c", "call_options.h", "option_value.h",
     "verify/verify.c", "of options verify may use only call_options.h"),
    ("a type that came through another header", "src/verify/verify.c", None, "static struct sy_option *a;\n",
     "verify/verify.c", "mentions sy_option of options/option_value.h, and of options verify may use only call_options.h"),
    ("a constant that came through another header", "src/explain/explain.c", None, "static int a = SY_NODE_TEXT;\n",
     "explain/explain.c", "mentions SY_NODE_TEXT of json/json_node.h, and explain may not use json"),
    ("a type declared ahead and completed below", "src/base/span.h", "typedef struct", "struct sy_option;\ntypedef struct",
     "base/span.h", "mentions sy_option of options/option_value.h, and base may not use options"),
    ("a type declared ahead within a room", "src/base/limits.h", "#define SY_DEPTH",
     "typedef struct sy_span sy_span;\n#define SY_DEPTH",
     "base/limits.h", "mentions sy_span of base/span.h, which stands below it"),
    ("a call behind the headers' back", NODE, None,
     "int sy_report_sum(void *);\nint sy_json_node_c(void) { return sy_report_sum(0); }\n",
     "json/json_node.c", "calls sy_report_sum of report/report.c, and json may not use report"),
    ("a call of a file below", NODE, "return", "return sy_json_node_text(span) +", "json/json_node.c",
     "calls sy_json_node_text of json/json_node_text.c, which stands below it"),
    ("a circle of calls", NODE, "return", "return sy_json_node_text(span) +", "json/json_node.c",
     "json/json_node_text.c -> json/json_node.c: sy_json_node_count"),
    ("data of a room not allowed", NODE, None,
     "extern const int sy_facet_gifts;\nint sy_json_node_c(void) { return sy_facet_gifts; }\n",
     "json/json_node.c", "calls sy_facet_gifts of report/facet_gifts.c, and json may not use report"),
    ("a call of nothing", NODE, None, "int sy_gone(void);\nint sy_json_node_c(void) { return sy_gone(); }\n", "json/json_node.c",
     "calls sy_gone, defined in no object"),
    ("a public function of a room not allowed", "src/report/report.c", None,
     "int steelyard_verify(int);\nint sy_report_c(void) { return steelyard_verify(1); }\n",
     "report/report.c", "calls steelyard_verify of verify/verify.c, and report may not use verify"),
    ("a call past the one header allowed", "src/verify/verify.c", "return", "return sy_option_value(1) +",
     "verify/verify.c", "calls sy_option_value of options/option_value.c, and of options verify may use only"),
    ("a header that declares another's function", "src/base/span.h", "extern", "int sy_bytes(void);\nextern", "base/span.h",
     "declares sy_bytes, not beginning with sy_span"),
    ("a header that declares another's data", "src/base/span.h", "extern", "extern int sy_spans[2];\nextern", "base/span.h",
     "declares sy_spans, not beginning"),
    ("a header with another's inline function", "src/base/span.h", "sy_span_twice", "sy_twice", "base/span.h",
     "declares sy_twice, not beginning"),
    ("a function declared and not defined", "src/base/span.h", "extern", "int sy_span_gone(void);\nextern", "base/span.h",
     "declares sy_span_gone, defined in no object"),
    ("a function in no header", SPAN, None, "int sy_span_hidden(void) { return 1; }\n", "base/span.c",
     "defines sy_span_hidden, declared in no header"),
    ("a function that nobody uses", SPAN, None, "int sy_span_hidden(void) { return 1; }\n", "base/span.c",
     "sy_span_hidden, used by no other file"),
    ("a function that tests use alone", "../wasm/engine.c", "sy_page", "page", "explain/page.c", "sy_page_title, used by tests only"),
    ("a function in two headers", "src/explain/page.h", "int", "int sy_span_size(void *);\nint", "base/span.c",
     "declared in base/span.h and explain/page.h"),
    ("a function in another file of the room", "src/explain/page.c", "sy_page_size", "sy_page_none", "explain/page.h",
     "declares sy_page_size, defined in no object"),
    ("a function in another room", "src/explain/explain.c", None, "int sy_facet_far(void) { return 1; }\n",
     "explain/explain.c", "declared in report/facet.h: belongs into report/facet.c or report/facet_*.c"),
    ("a function under another stem", "src/explain/page.h", "int", "int sy_page_far(void);\nint",
     "explain/page.h", "declares sy_page_far, defined in no object"),
    ("a name that is not ours", SPAN, None, "int loose;\n", "base/span.c", "defines loose, named neither"),
    ("a public function that is not declared", SPAN, None, "int steelyard_more(void) { return 1; }\n", "base/span.c",
     "steelyard_more, not declared in steelyard.h"),
    ("two files of one name", "src/report/span.c", None, "/* words */\n", "report/span.c", "has the name of a file in base"),
    ("no comment", "src/explain/page.c", "/*", "struct a;\n/*", "explain/page.c", "does not open with a comment"),
    ("a licence alone", "src/explain/explain.c", "/* explain/explain.c - sy_nobody in a comment is no use. */", "",
     "explain/explain.c", "opens with the licence alone"),
    ("no May use", "src/explain/page.h", "May use:", "Uses:", "explain/page.h", "does not say `May use:`"),
    ("a May use without end", "src/explain/page.h", "nothing.", "nothing", "explain/page.h", "does not say `May use:`"),
    ("a May use that the law forbids", "src/explain/page.h", "nothing.", "json.", "explain/page.h",
     "may use json, and explain may not use json"),
    ("a May use of a file that the law forbids", "src/explain/page.h", "nothing.", "option_value.", "explain/page.h",
     "explain may not use options"),
    ("a May use of who knows what", "src/explain/page.h", "nothing.", "the sky.", "explain/page.h",
     "which is neither a room nor a file"),
    ("a May use that leaves a room out", "src/report/report.h", "facet, json.", "facet.", "report/report.h",
     "does not name json after `May use:`"),
)


def run(tree, folder, cmake_names=False, arguments=()):
    """Writes and compiles the tree, checks it; {subject: what is said of it} and the exit status come out."""
    core, objects = folder / "core", folder / "build"
    objects.mkdir(parents=True)
    for path, text in tree.items():
        (core / path).parent.mkdir(parents=True, exist_ok=True)
        (core / path).write_text(text)
    sources = sorted((core / "src").glob("*/*.c"))
    flags = ["-std=c11", "-w", "-ffreestanding", f"-I{core}/include", f"-I{core}/src"]
    subprocess.run(["gcc", *flags, "-c", *sources], cwd=objects, capture_output=True, check=False)
    if cmake_names:
        for source in sources:
            target = objects / "steelyard.dir" / "src" / source.parent.name / f"{source.name}.o"
            target.parent.mkdir(parents=True, exist_ok=True)
            os.rename(objects / f"{source.stem}.o", target)
        (objects / "command.dir").mkdir()
        (objects / "command.dir" / "explain.o").write_bytes(b"no object of the core")
    command = [sys.executable, CHECK, "--root", folder, *(arguments or ["--objects", objects])]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said, subject = {}, None
    for line in done.stdout.splitlines():
        if line.startswith("NOT OK  "):
            subject = line[8:]
        elif line.startswith("        "):
            said[subject] = said.get(subject, "") + line[8:] + "\n"
    return said, done


def without_fault(folder):
    """The sound tree, with objects named as CMake does and as a bare compiler does."""
    for cmake_names in (False, True):
        said, done = run(sound_tree(), pathlib.Path(folder, str(cmake_names)), cmake_names)
        if said or done.returncode or "0 failed" not in done.stdout:
            yield f"says of a sound tree: {said} {done.stderr}"


def planted(folder, path, old, new):
    """The sound tree with one fault, checked."""
    tree = sound_tree()
    before = tree.get(path, "")
    if new is None:
        del tree[path]
    elif old is None:
        tree[path] = before + new
    else:
        tree[path] = before.replace(old, new, 1)
        if tree[path] == before:
            return {}, f"{old!r} does not stand in {path}"
    said, done = run(tree, folder)
    return said, f"status {done.returncode} {done.stderr}" if done.returncode != 1 or done.stderr else ""


def of_law():
    """Every way to put a law into words that the real table has."""
    first = ["base", "decimal", "values", "json"]
    words = {
        "base": ("nothing", []),
        "decimal": ("base", ["base"]),
        "values": ("base, decimal", ["base", "decimal"]),
        "json": ("base", ["base"]),
        "verifier": ("base, decimal, values, json", first),
        "options": ("verifier and what it uses", [*first, "verifier"]),
        "profile": ("options and what it uses", [*first, "verifier", "options"]),
        "report": ("base, decimal, values, json", first),
        "judge": ("report, verifier and what they use; not options, not profile", [*first, "verifier", "report"]),
        "facets": ("judge and what it uses", [*first, "verifier", "report", "judge"]),
        "verify": ("facets and what they use; of options only `call_options.h`", [*first, "verifier", "report", "judge", "facets"]),
        "queries": ("report and what it uses; no verifier", [*first, "report"]),
        "prose": ("base, decimal, values, report, queries", ["base", "decimal", "values", "report", "queries"]),
        "explain": (f"base, decimal, values, json, report, prose, profile; {ENGINE}", [*first, "report", "prose", "profile"]),
    }
    rows = "\n".join(f"| [{room}]({room}/) | {cell} |" for room, (cell, _) in words.items())
    laws, faults = read_laws(read_table(f"| room | may use |\n| --- | --- |\n{rows}\n"))
    yield from faults
    for room, (_, rooms) in words.items():
        if laws[room].rooms != set(rooms):
            yield f"{room} may use {sorted(laws[room].rooms)}"
    if [(room, law.headers) for room, law in laws.items() if law.headers] != [("verify", {"options": {"call_options.h"}})]:
        yield "of options verify may use call_options.h, and no other room a single header"
    if [room for room, law in laws.items() if law.engine] != ["explain"]:
        yield "explain alone goes through the engine"
    forbidden, _ = read_laws({"a": "nothing", "b": "a", "c": "b and what it uses; not a"})
    if forbidden["c"].rooms != {"b"}:
        yield "`not a` takes away what `what it uses` gave"


def of_arguments(folder):
    """Chosen checks, objects that are missing or old, and the graph."""
    _, done = run(sound_tree(), folder, arguments=["--only", "includes,names"])
    if done.returncode or "0 failed" not in done.stdout:
        yield "--only of checks that need no objects fails without them"
    again = [sys.executable, CHECK, "--root", folder]
    def printed(*arguments):
        return subprocess.run([*again, *arguments], capture_output=True, text=True, check=False).stdout
    if "needs --objects" not in printed():
        yield "nothing is said about missing --objects"
    if "verify -> options: 1 includes, 1 calls" not in printed("--graph", "--objects", folder / "build"):
        yield "--graph does not count"
    (folder / "build" / "page.o").unlink()
    os.utime(folder / "core/src/base/span.c", (2**32, 2**32))
    (folder / "build" / "explain.o").write_bytes(b"of another machine")
    found = printed("--objects", folder / "build")
    if "cannot be read" not in found:
        yield "objects of another machine pass"
    if "has no object" not in found or "is newer than its object" not in found:
        yield "missing and old objects pass"


def main():
    results = {}
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        results["a sound tree passes"] = list(without_fault(root))
        results["the law is read"] = list(of_law())
        results["arguments are followed"] = list(of_arguments(root / "arguments"))
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as crew:
            found = list(crew.map(lambda number: planted(root / str(number), *FAULTS[number][1:4]), range(len(FAULTS))))
        for (title, _, _, _, subject, expected), (said, wrong) in zip(FAULTS, found):
            seen = expected in said.get(subject, "")
            results[f"{title} is reported"] = [wrong] * bool(wrong) + ([] if seen else [f"{expected!r} not in {said}"])
    for title, wrong in results.items():
        print(f"{'NOT OK' if wrong else 'ok    '}  {title} {'; '.join(wrong)}".rstrip())
    failed = sum(bool(wrong) for wrong in results.values())
    print(f"{len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

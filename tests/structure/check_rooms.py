#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The rooms of core/src: who may use whom, and whether includes, types and links keep to it.

In come the table of core/src/README.md (the law), the list STEELYARD_SOURCES of core/CMakeLists.txt (the order), the files
that stand there and, with --objects, what `nm` reads in their objects. Out goes one line for each file, below it what is
wrong with it; the last line counts. Of two files in one room the upper must not use the lower. rooms.py reads, this judges.
"""

import argparse
import collections
import pathlib
import re
import sys

from rooms import LIST, TABLE, House, Law, bare, opening_of, room_of, stem_of

README_LINES = range(5, 61)
FREE_HEADERS = {"<stdbool.h>", "<stddef.h>", "<stdint.h>", "<steelyard.h>"}
GENERATED = {'"profiles_data.inc"'}
MACRO = re.compile(r"^[ \t]*#[ \t]*define[ \t]+(\w+)", re.MULTILINE)
BODY = re.compile(r"\b(struct|union|enum)\s+(sy_\w+)\s*\{")
ENUM = re.compile(r"\benum\b[^{;()]*\{([^{}]*)\}")
MAY_USE = re.compile(r"May use:\s*(.*?)\.(?:\s|$)", re.DOTALL)


# What only tests reach, and why that is right: they walk the whole of a table, of an operation, of an emitter.
TEST_DOORS = {"sy_currency_code_at", "sy_decimal_sum_add_sum", "sy_json_write_array", "sy_json_write_unsigned"}


def check_rooms(house):
    """The table, the folders, the list and the READMEs tell of the same rooms in the same order."""
    for fault in house.law_faults if house.cells else ["has no table `| room | may use |`"]:
        house.complain(TABLE, fault)
    rooms = list(house.cells)
    folders = sorted(path.name for path in house.source.iterdir() if path.is_dir())
    for name in sorted(set(rooms) ^ set(folders)):
        house.complain(f"src/{name}", "is a folder without a row in the table" if name in folders else "is no folder")
    for path in sorted(house.source.rglob("*")):
        name = path.relative_to(house.source).as_posix()
        fits = re.fullmatch(r"\w+(/(README\.md|\w+\.[ch]))?", name) and path.is_dir() == ("/" not in name)
        if not fits and name != "README.md":
            house.complain(f"src/{name}", "does not belong here")
    highest = -1
    for path in house.listed:
        rank = rooms.index(room_of(path)) if room_of(path) in rooms else highest
        if rank < highest:
            house.complain(LIST, f"lists {path} below files of {rooms[highest]}")
        highest = max(rank, highest)
        if path not in house.position:
            house.complain(LIST, f"lists {path}, which does not exist")
    for path in sorted({path for path in house.listed if house.listed.count(path) > 1}):
        house.complain(LIST, f"lists {path} twice")
    for path in house.unlisted:
        house.complain(path, f"is not in the list of {LIST}")
    for room in [room for room in rooms if room in folders]:
        check_readme(house, room)


def check_readme(house, room):
    path = house.source / room / "README.md"
    text = path.read_text() if path.exists() else None
    law = re.search(r"^May use:(.*?)(?:\n\s*\n|\Z)", text or "", re.DOTALL | re.MULTILINE)
    told = " ".join(law[1].split()).removesuffix(".") if law else None
    if text is None:
        house.complain(f"{room}/README.md", "is missing")
    elif len(text.splitlines()) not in README_LINES:
        house.complain(f"{room}/README.md", f"has {len(text.splitlines())} lines")
    if text is not None and told != house.cells[room].removesuffix("."):
        house.complain(f"{room}/README.md", f"should have the line `May use: {house.cells[room]}`")


def check_includes(house):
    """Path-qualified, upwards, into rooms that may be used."""
    for path in house.files:
        for target in house.includes_of(path):
            quoted = re.fullmatch(r'"([^"]+)"', target)
            if target in FREE_HEADERS | GENERATED:
                continue
            if not quoted:
                said = "which is no header of the core, nor one that a freestanding C11 has"
            elif "/" not in quoted[1]:
                said = "which does not name the room"
            elif quoted[1] not in house.declared:
                said = "which is no header in the rooms"
            else:
                said = house.objection(path, quoted[1], quoted[1])
            if said:
                house.complain(path, f"includes {target}, {said}")


def check_types(house):
    """What only headers define - types, their constants, macros, inline functions - keeps to the law like calls do."""
    homes = {}
    for path in house.declared:
        code = house.code[path]
        names = set(MACRO.findall(code)) | house.typedefs[path]
        names |= {name for body in ENUM.findall(code) for name in re.findall(r"(?:^|,)\s*(\w+)", body)}
        names |= {name for name, own in house.declared[path].items() if own}
        for name in names:
            homes.setdefault(name, path)
    for path in house.declared:  # where its body stands is where a type is defined, whoever declared it before
        homes.update((name, path) for _, name in BODY.findall(house.code[path]))
    for path in house.files:
        for name in sorted(set(re.findall(r"\b(?:sy|SY)_\w+", house.code[path]))):
            home = homes.get(name, path)
            said = home != path and house.objection(path, home, home)
            if said:
                house.complain(path, f"mentions {{}} of {home}, {said}", name)


def check_links(house):
    """A symbol that an object lacks is defined above, in a room that may be used."""
    for user, name, used in house.calls():
        through_engine = name.startswith("steelyard_") and house.laws.get(room_of(user), Law()).engine
        if used is None:
            house.complain(user, "calls {}, defined in no object", name)
        elif not (through_engine and room_of(user) != room_of(used)):
            said = house.objection(user, used, next(iter(house.headers_of(name)), None))
            if said:
                house.complain(user, f"calls {{}} of {used}, {said}", name)


def check_circles(house):
    """No file reaches itself through the calls of others."""
    edges = collections.defaultdict(lambda: collections.defaultdict(list))
    for user, name, used in house.calls():
        if used:
            edges[user][used].append(name)
    reached = {}
    for start in house.files:
        reached[start], waiting = set(), [start]
        while waiting:
            new = set(edges[waiting.pop()]) - reached[start]
            reached[start] |= new
            waiting += new
    told = set()
    for start in house.files:
        circle = [path for path in house.files if path in reached[start] and start in reached[path]]
        if start in told or not circle:
            continue
        told.update(circle)
        house.complain(start, f"stands in a circle of {len(circle)} files: {', '.join(circle)}")
        for user in circle:
            for used in [path for path in circle if path in edges[user]]:
                house.complain(start, f"    {user} -> {used}: {', '.join(edges[user][used])}")


def check_names(house):
    """A header declares only what begins with its own stem."""
    for path, symbols in house.declared.items():
        for name in symbols:
            if not (name + "_").startswith(f"sy_{stem_of(path)}_"):
                house.complain(path, f"declares {{}}, not beginning with sy_{stem_of(path)}", name)


def check_symbols(house):
    """Each symbol is defined once, near the one header that declares it, and used by somebody."""
    called = {name for names in house.undefined.values() for name in names}
    called |= names_in(house.core.parent / "wasm")  # stands over the core as well, and no native build has its objects
    tested = names_in(house.core.parent / "tests")
    owners = collections.defaultdict(list)
    for path, names in house.defined.items():
        for name in sorted(names):
            owners[name].append(path)
            check_symbol(house, path, name)
            if name.startswith("sy_") and name not in called and not (name in TEST_DOORS and name in tested):
                only = "used by tests only" if name in tested else "used by no other file: should be static"
                house.complain(path, f"defines {{}}, {only}", name)
    for name, paths in owners.items():
        if len(paths) > 1:
            house.complain(paths[1], f"defines {{}}, as {paths[0]} does", name)
    for path, symbols in house.declared.items():
        for name in [name for name, own in symbols.items() if not own and name not in owners]:
            house.complain(path, "declares {}, defined in no object", name)


def names_in(folder):
    """The names of ours in the C files of a folder."""
    return {name for path in folder.rglob("*.[ch]") for name in re.findall(r"\bsy_\w+", bare(path.read_text()))}


def check_symbol(house, path, name):
    headers = house.headers_of(name)
    if name.startswith("steelyard_"):
        if name not in house.public:
            house.complain(path, "defines {}, not declared in steelyard.h", name)
    elif not name.startswith("sy_"):
        house.complain(path, "defines {}, named neither sy_ nor steelyard_", name)
    elif len(headers) != 1:
        house.complain(path, f"defines {{}}, declared in {' and '.join(headers) or 'no header'}", name)
    elif room_of(headers[0]) == room_of(path) and name in {start + stem_of(path) for start in house.pasted[headers[0]]}:
        return  # a table of the room declares one symbol for each file, named after it
    elif room_of(headers[0]) != room_of(path) or not (stem_of(path) + "_").startswith(stem_of(headers[0]) + "_"):
        near = f"{room_of(headers[0])}/{stem_of(headers[0])}"
        house.complain(path, f"defines {{}}, declared in {headers[0]}: belongs into {near}.c or {near}_*.c", name)


def check_unique(house):
    """One compiler line builds the core: no two objects, and no two headers in two rooms, have one name."""
    rooms = collections.defaultdict(list)
    for path in house.files:
        rooms[stem_of(path)] += [] if room_of(path) in rooms[stem_of(path)] else [room_of(path)]
    for path in house.files:
        if rooms[stem_of(path)][0] != room_of(path):
            house.complain(path, f"has the name of a file in {rooms[stem_of(path)][0]}")


def check_openings(house):
    """Every file opens with a comment, be it that of its header; a header's says what it may use, as it does."""
    for path in house.files:
        text = (house.source / path).read_text()
        opening = opening_of(text)
        told = MAY_USE.search(opening)
        if not text.lstrip().startswith(("/*", "//")):
            house.complain(path, "does not open with a comment")
        elif not opening and path.removesuffix(".c") + ".h" not in house.declared:
            house.complain(path, "opens with the licence alone, and no header of its name says what it is")
        elif told:
            check_may_use(house, path, re.split(r",\s*(?:and\s+)?|\s+and\s+", told[1].replace("`", "")))
        elif path.endswith(".h") or "May use:" in opening:
            house.complain(path, "does not say `May use:` in its opening, names and a full stop")


def check_may_use(house, path, names):
    own, law = room_of(path), house.laws.get(room_of(path), Law())
    stems = {stem_of(file): file for file in [*house.files, *house.declared]}
    told = set()
    for name in [name for name in names if name not in {"nothing", "steelyard.h", "<steelyard.h>"}]:
        used = stems.get(name.split("/")[-1].removesuffix(".h"))
        if name in house.cells:
            told.add(name)
            said = None if name == own or name in law.rooms else f"and {own} may not use {name}"
        elif used:
            told.add(room_of(used))
            said = house.objection(path, used, used)
        else:
            said = "which is neither a room nor a file"
        if said:
            house.complain(path, f"says that it may use {name}, {said}")
    files = {path, path.removesuffix(".h") + ".c"} & set(house.files)
    targets = {room_of(target.strip('"')) for file in files for target in house.includes_of(file) if target[0] == '"' and "/" in target}
    for room in sorted(targets - told - {own, "base"}):
        house.complain(path, f"does not name {room} after `May use:`")


CHECKS = {
    "rooms": check_rooms, "includes": check_includes, "types": check_types, "links": check_links, "circles": check_circles,
    "names": check_names, "symbols": check_symbols, "unique": check_unique, "openings": check_openings,
}
OF_OBJECTS = {"links", "circles", "symbols"}


def print_graph(house):
    edges = collections.defaultdict(lambda: [0, 0])
    for path in house.files:
        for target in house.includes_of(path):
            if target.strip('"') in house.declared:
                edges[room_of(path), room_of(target.strip('"'))][0] += 1
    for user, _, used in house.calls():
        if used:
            edges[room_of(user), room_of(used)][1] += 1
    rooms = list(dict.fromkeys(map(room_of, house.files)))
    for (own, other), (includes, calls) in sorted(edges.items(), key=lambda edge: [rooms.index(room) for room in edge[0]]):
        if own != other:
            print(f"{own} -> {other}: {includes} includes, {calls} calls")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2], help="of the repository")
    parser.add_argument("--objects", type=pathlib.Path, help=f"where the core was built; {', '.join(sorted(OF_OBJECTS))} need it")
    parser.add_argument("--only", default=",".join(CHECKS), help="these checks, separated by commas, of: %(default)s")
    parser.add_argument("--graph", action="store_true", help="print who uses whom, counted, and check nothing")
    arguments = parser.parse_args()
    chosen = arguments.only.split(",")
    if not set(chosen) <= set(CHECKS):
        parser.error(f"checks are {', '.join(CHECKS)}")
    house = House(arguments.root)
    if arguments.objects and (arguments.graph or OF_OBJECTS & set(chosen)):
        house.read_objects(arguments.objects)
    if arguments.graph:
        return print_graph(house)
    for name in chosen:
        if name in OF_OBJECTS and not arguments.objects:
            house.complain(name, "needs --objects")
        else:
            CHECKS[name](house)
    subjects = dict.fromkeys([TABLE, LIST, *(f"{room}/README.md" for room in house.cells), *house.files, *house.complaints])
    for subject in subjects:
        print(f"{'NOT OK' if subject in house.complaints else 'ok    '}  {subject}")
        for text, names in house.complaints.get(subject, {}).items():
            print(f"        {text.replace('{}', ', '.join(names))}")
    failed = len(house.complaints)
    print(f"{len(subjects) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

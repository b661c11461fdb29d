# SPDX-License-Identifier: Apache-2.0
"""rooms.py - the tree of core/src as check_rooms.py holds it against the law.

In come the table of core/src/README.md, the list STEELYARD_SOURCES, the files and the objects built from them. Out go a
Law for each room, and a House: the files in their order, what headers declare, what objects define and lack, and the
complaints, which are gathered by subject. It judges only whether one file may use another.
"""

import collections
import dataclasses
import pathlib
import re
import subprocess

LIST = "CMakeLists.txt"
TABLE = "src/README.md"
PUBLIC = "include/steelyard.h"
ENGINE_ONLY = "the engine itself only through `<steelyard.h>`"

COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)
INCLUDE = re.compile(r"^[ \t]*#[ \t]*include\b[ \t]*(.*?)[ \t]*$", re.MULTILINE)
PASTED = re.compile(r"\b(sy_\w+)\s*##")
MACRO_CALLS = re.compile(r"^(?:[A-Z][A-Z0-9_]*\s*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)\s*)+")
DIRECTIVE = re.compile(r"^[ \t]*#(?:\\\n|[^\n])*", re.MULTILINE)


@dataclasses.dataclass
class Law:
    """What a room may use: whole rooms, single headers of others, and whether public functions of any room."""

    rooms: set = dataclasses.field(default_factory=set)
    headers: dict = dataclasses.field(default_factory=dict)
    engine: bool = False


# ---- the law ----


def read_table(text):
    """Markdown in; {room: the text of its cell `may use`} out, in the table's order."""
    cells = {}
    inside = False
    for line in text.splitlines():
        columns = [column.strip() for column in line.strip().strip("|").split("|")]
        if columns[:2] == ["room", "may use"]:
            inside = True
        elif inside and not line.lstrip().startswith("|"):
            break
        elif inside and re.search(r"\w", line) and len(columns) > 1:
            cells[re.search(r"\w+", columns[0]).group(0)] = columns[1]
    return cells


def apply_clause(clause, law, laws):
    """Adds a clause that allows something to `law`; `laws` are those of the rooms above. A room unknown raises KeyError."""
    part = re.fullmatch(r"of (\w+) only ((?:`\w+\.h`(?:, )?)+)", clause)
    if clause == ENGINE_ONLY:
        law.engine = True
    elif part:
        laws[part[1]]
        law.rooms.discard(part[1])
        law.headers.setdefault(part[1], set()).update(re.findall(r"\w+\.h", part[2]))
    elif clause != "nothing":
        names, theirs = re.fullmatch(r"(.*?)( and what (?:it uses|they use))?", clause).groups()
        for name in names.split(", "):
            used = laws[name]
            law.rooms.add(name)
            law.rooms |= used.rooms if theirs else set()
            for room, headers in used.headers.items() if theirs else ():
                law.headers.setdefault(room, set()).update(headers)


def read_laws(cells):
    """The table's cells in; {room: Law} out, and what cannot be read in them."""
    laws, faults = {}, []
    for room, cell in cells.items():
        law, forbidden = Law(), set()
        for clause in re.split(r"\s*;\s*", cell):
            if re.match(r"(not|no) ", clause):
                forbidden |= {re.sub(r"^(not|no) ", "", name) for name in clause.split(", ")}
                continue
            try:
                apply_clause(clause, law, laws)
            except KeyError as unknown:
                faults.append(f"row {room}: {unknown.args[0]!r} is no room above it")
        faults += [f"row {room}: {name!r} is no room" for name in sorted(forbidden - set(cells))]
        law.rooms -= forbidden
        law.headers = {other: headers for other, headers in law.headers.items() if other not in forbidden | law.rooms}
        laws[room] = law
    return laws, faults


# ---- the tree ----


def room_of(path):
    return path.split("/")[0]


def stem_of(path):
    return pathlib.PurePosixPath(path).stem


def bare(text, keep_strings=False):
    """C without comments, and without what stands in strings; lines stay."""
    def blank(match):
        token = match.group(0)
        if token[0] == "/":
            return " " + "\n" * token.count("\n")
        return token if keep_strings else token[0] * 2
    return COMMENT.sub(blank, text)


def opening_of(text):
    """The words of the comments that a file opens with, without the licence."""
    comments = re.match(r"(?:\s*(?:/\*.*?\*/|//[^\n]*))*", text, re.DOTALL).group(0)
    words = re.sub(r"^\s*(?:/\*+|\*+/|\*|//)|\*/\s*$", "", comments, flags=re.MULTILINE)
    return re.sub(r"\s+", " ", re.sub(r"SPDX-License-Identifier:.*", "", words)).strip()


def statements_of(code):
    """What stands outside of braces, cut at semicolons; a function's body ends one too."""
    code = DIRECTIVE.sub("", re.sub(r"__attribute__\s*\(\(.*?\)\)", "", code))
    out, depth = [], 0
    for piece in re.split(r"([{}])", re.sub(r'extern\s*""\s*\{', "", code)):
        depth = max(0, depth + (piece == "{") - (piece == "}"))
        if depth == 0:
            out.append("{}" if piece == "}" else piece)
    return [part.strip() for part in re.sub(r"\)\s*\{\}", ");", "".join(out)).split(";") if part.strip()]


def declared_by(code):
    """What a header declares to the linker: {symbol: whether each file that includes it has its own}; and its typedefs."""
    symbols, types = {}, set()
    for part in statements_of(code):
        part = MACRO_CALLS.sub("", part)
        last = re.search(r"\b(\w+)\s*(?:\[[^\]]*\]\s*)*$", part)
        named = re.search(r"\b([a-z]\w*)\s*\(", part)
        if part.startswith("typedef"):
            called = re.search(r"\(\s*\*\s*(\w+)\s*\)", part) or re.search(r"\b(\w+)\s*\(", part) or last
            types.add(called[1])
        elif not part.startswith("_Static_assert") and (named or last and part.startswith("extern")):
            symbols[(named or last)[1]] = bool(re.search(r"\bstatic\b", part))
    return symbols, types


class House:
    """The tree as it stands, and the complaints about it. Paths are relative to core/src: `json/json_node.h`."""

    def __init__(self, root):
        self.core = root / "core"
        self.source = self.core / "src"
        self.complaints = collections.defaultdict(lambda: collections.defaultdict(list))
        table = self.core / TABLE
        self.cells = read_table(table.read_text()) if table.exists() else {}
        self.laws, self.law_faults = read_laws(self.cells)
        self.read_list()
        self.code = {path: bare((self.source / path).read_text()) for path in self.files}
        read = {path: declared_by(self.code[path]) for path in self.files if path.endswith(".h")}
        self.declared = {path: symbols for path, (symbols, _) in read.items()}
        self.typedefs = {path: types for path, (_, types) in read.items()}
        self.pasted = {path: tuple(PASTED.findall(self.code[path])) for path in read}
        self.public = set(declared_by(bare((self.core / PUBLIC).read_text()))[0])
        self.defined, self.undefined, self.home = {}, {}, {}

    def read_list(self):
        text = (self.core / LIST).read_text()
        body = re.search(r"set\(STEELYARD_SOURCES\n(.*?)\n\)", text, re.DOTALL).group(1)
        self.listed = [path.removeprefix("src/") for path in re.sub(r"#.*", "", body).split() if path != PUBLIC]
        standing = sorted(path.relative_to(self.source).as_posix() for path in self.source.glob("*/*.[ch]"))
        self.unlisted = [path for path in standing if path not in self.listed]
        self.files = [path for path in self.listed if path in standing] + self.unlisted
        self.position = {path: position for position, path in enumerate(self.files)}

    def complain(self, subject, text, name=""):
        """`{}` in the text stands for the name; complaints that differ only in it become one."""
        self.complaints[subject][text].append(name)

    def objection(self, user, used, header):
        """Why the file `user` may not use the file `used`, whose `header` gives it; None where it may."""
        own, other = room_of(user), room_of(used)
        law = self.laws.get(own, Law())
        if own != other and other not in law.rooms:
            only = law.headers.get(other)
            if not only:
                return f"and {own} may not use {other}"
            if not header or pathlib.PurePosixPath(header).name not in only:
                return f"and of {other} {own} may use only {', '.join(sorted(only))}"
        if self.position[used] >= self.position[user]:
            return "which stands below it"
        return None

    def includes_of(self, path):
        return INCLUDE.findall(bare((self.source / path).read_text(), keep_strings=True))

    def headers_of(self, symbol):
        """Those that declare it; where none does, those whose macros paste names that begin like it."""
        declaring = [path for path, symbols in self.declared.items() if symbol in symbols]
        return declaring or [path for path, starts in self.pasted.items() if starts and symbol.startswith(starts)]

    # ---- objects ----

    def read_objects(self, folder):
        """Fills `defined` and `undefined`, {file: symbols}, from the newest object of each file."""
        bare_names = {stem_of(path) + ".o": path for path in self.files if path.endswith(".c")}
        found = {}
        for built in folder.rglob("*.o"):
            name = re.search(r"/src/([^/]+/[^/]+\.c)\.o$", built.as_posix())
            path = name[1] if name else None if ".dir/" in built.as_posix() else bare_names.get(built.name)
            if path in self.position and (path not in found or built.stat().st_mtime > found[path].stat().st_mtime):
                found[path] = built
        for path in bare_names.values():
            if path not in found:
                self.complain(path, "has no object: build first")
            elif found[path].stat().st_mtime < (self.source / path).stat().st_mtime:
                self.complain(path, "is newer than its object: build first")
        self.undefined, self.defined = {path: set() for path in found}, {path: set() for path in found}
        if not found:
            return
        paths = {str(built): path for path, built in found.items()}
        listing = subprocess.run(["nm", "-A", "-g", "-P", "--", *paths], check=False, capture_output=True, text=True)
        if listing.returncode or listing.stderr:
            self.complain("objects", f"cannot be read: {listing.stderr.splitlines()[:1]}")
        for line in listing.stdout.splitlines():
            built, row = line.rsplit(": ", 1)
            name, kind = row.split()[:2]
            (self.undefined if kind in "Uwv" else self.defined)[paths[built]].add(name)
        self.home = {name: path for path, names in self.defined.items() for name in names}

    def calls(self):
        """(user, symbol, file that defines it, or None) for each symbol of ours that an object lacks."""
        for user, names in self.undefined.items():
            for name in sorted(names):
                if name.startswith(("sy_", "steelyard_")):
                    yield user, name, self.home.get(name)

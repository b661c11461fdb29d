# SPDX-License-Identifier: Apache-2.0
"""The case files as the Python runners read them: names of files go in, cases with their bytes come out.

It refuses to know engines. What the members of a case mean stands in README.md; case_files.mjs is the same for Node.
"""

import base64
import copy
import json
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
BODY_FORMS = ("body", "bodyBase64", "sample", "base")
CASE_MEMBERS = {"name", "story", "only", "options", "optionsText", "memory", "asValue", "with", "before", "after", "decimal", "expected",
                "expect"}
FILE_MEMBERS = {"about", "bodies", "options", "cases"}
TEXTS_EXPECTED = ("json", "canonical", "canonicalWithoutTime")
MEMBER_NAME = re.compile(r"[A-Za-z_]+")
VALUE = r'(?:"(?:[^"\\]|\\.)*"|\[\s*\]|\{\s*\}|[^\s,\[\]{}"]+)'


class CaseError(Exception):
    """A case file says something that cannot be meant."""


def quoted(text):
    """An apostrophe stands for a quotation mark."""
    return text.replace("'", '"')


def text_of(parts):
    """A text, or a list of texts and of {"text", "times"}, one behind the other."""
    if isinstance(parts, str):
        return quoted(parts)
    return "".join(text_of(part) if isinstance(part, str) else quoted(part["text"]) * part["times"] for part in parts)


def replace_member(text, name, value):
    """Puts `value` in the place of the only member of this name; null takes the member away."""
    if not MEMBER_NAME.fullmatch(name):
        raise CaseError(f"'{name}' is no name of a member")
    member = f'"{name}"\\s*:\\s*'
    found = list(re.finditer(f"({member}){VALUE}", text))
    if len(found) != 1:
        raise CaseError(f"the member '{name}' stands {len(found)} times in the body")
    if value is not None:
        begin, end = found[0].end(1), found[0].end()
        return text[:begin] + text_of(value) + text[end:]
    behind_comma = re.search(f",\\s*{member}{VALUE}", text)
    taken = behind_comma or re.search(f"{member}{VALUE}\\s*,\\s*", text)
    return text[:taken.start()] + text[taken.end():]


def base_of(name, bases):
    """The body or the options that a case names."""
    if name not in bases:
        raise CaseError(f"there is no base '{name}'")
    return bases[name]


def step_into(holder, step, pointer):
    """The key of a step of a pointer: an index of a list, the name of a member."""
    if isinstance(holder, list) and step in map(str, range(len(holder))):
        return int(step)
    if isinstance(holder, dict) and step in holder:
        return step
    raise CaseError(f"'{pointer}' is no place: there is no '{step}'")


def put(options, pointer, value):
    """Puts `value` at the place; null takes away what stands there. What is new goes last, into what is there."""
    root, *steps = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")]
    if root or not steps:
        raise CaseError(f"'{pointer}' is no pointer")
    holder = options
    for step in steps[:-1]:
        holder = holder[step_into(holder, step, pointer)]
    last = steps[-1]
    if value is None:
        del holder[step_into(holder, last, pointer)]
    elif isinstance(holder, list) and last == str(len(holder)):
        holder.append(value)
    elif isinstance(holder, dict):
        holder[last] = value
    else:
        holder[step_into(holder, last, pointer)] = value


def options_of(spec, bases):
    """Options as they are written, or a base of the file with other values in some places."""
    if not isinstance(spec, dict) or "base" not in spec:
        return spec
    if not set(spec) <= {"base", "with"}:
        raise CaseError(f"beside a base of options stand {sorted(spec)}")
    options = copy.deepcopy(base_of(spec["base"], bases))
    for pointer, value in spec.get("with", {}).items():
        put(options, pointer, value)
    return options


def body_of(spec, bodies):
    """The bytes of a body: of a case, or of the `before` or `after` of one."""
    forms = [form for form in BODY_FORMS if form in spec]
    if len(forms) != 1:
        raise CaseError("a body is given in exactly one form")
    value = spec[forms[0]]
    if forms[0] == "bodyBase64":
        return base64.b64decode(value, validate=True)
    if forms[0] == "sample":
        text = (HERE / "samples" / value).read_bytes().decode()
    else:
        text = text_of(base_of(value, bodies) if forms[0] == "base" else value)
    for name, replacement in spec.get("with", {}).items():
        text = replace_member(text, name, replacement)
    return text.encode()


def kind_of(case):
    """`decimal`, `diff`, `reconcile` or `verify`."""
    names = (("decimal", "decimal"), ("before", "diff"), ("expected", "reconcile"))
    return next((kind for member, kind in names if member in case), "verify")


def ledger_of(case):
    """The bytes of what a case of `reconcile` expects: an object, or its text where JSON alone can say it."""
    expected = case["expected"]
    return (quoted(expected) if isinstance(expected, str) else json.dumps(expected, ensure_ascii=False)).encode()


def check_case(case):
    unknown = set(case) - CASE_MEMBERS - set(BODY_FORMS)
    if unknown:
        raise CaseError(f"unknown members {sorted(unknown)}")
    if "verdict" in case["expect"] and "findings" not in case["expect"]:
        raise CaseError("a verdict is expected without its findings")
    if not {"throws", "result", "diff", "reconcile", "verdict"} & set(case["expect"]):
        raise CaseError("nothing is expected")


def add_bodies(case, bodies):
    kind = kind_of(case)
    if kind == "diff":
        case["bodies"] = [body_of(case[side], bodies) for side in ("before", "after")]
    elif kind != "decimal":
        case["bytes"] = body_of(case, bodies)


def complete(case, document):
    """Puts what the case names and what is written in parts into the case itself."""
    check_case(case)
    add_bodies(case, document.get("bodies", {}))
    if "options" in case:
        case["options"] = options_of(case["options"], document.get("options", {}))
    if "optionsText" in case:
        case["optionsText"] = text_of(case["optionsText"])
    expect = case["expect"]
    expect.update((name, text_of(expect[name])) for name in TEXTS_EXPECTED if isinstance(expect.get(name), (str, list)))


def load_file(path):
    document = json.loads(path.read_text())
    if not set(document) <= FILE_MEMBERS:
        raise CaseError(f"{path.name}: unknown members {sorted(set(document) - FILE_MEMBERS)}")
    for case in document["cases"]:
        try:
            complete(case, document)
        except (CaseError, KeyError) as error:
            raise CaseError(f"{path.name}: {case.get('name')}: {error}") from error
        case["file"] = path.stem
        yield case


def load(directory=HERE):
    """Every case of every file, in order; no two have one name."""
    cases = [case for path in sorted(directory.glob("*.json")) for case in load_file(path)]
    names = [case["name"] for case in cases]
    twins = {name for name in names if names.count(name) > 1}
    if twins:
        raise CaseError(f"names given twice: {sorted(twins)}")
    return cases

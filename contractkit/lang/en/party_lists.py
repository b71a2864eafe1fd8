"""The parties in running text: "between A, a corporation ("Alpha"), and B, Inc. ("Beta")"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from contractkit.lang.statements import Named

FEW = 6  # times "between" is tried: it says other things too
MOST = 12  # parties of one agreement: a longer list is something else
SPAN = 2_500  # characters that the names of the parties take

# What contracts call their parties, where no quotation marks say so.
ROLES = (
    "Client|Customer|Contractor|Employer|Employee|Company|Consultant|Buyer|Purchaser|Seller|Supplier|Vendor|Lessor|Lessee"
    "|Landlord|Tenant|Licensor|Licensee|Lender|Borrower|Owner|Operator|Distributor|Agent|Principal|Franchisor|Franchisee|Processor"
    "|Controller|Service Provider|Provider|Plan|Payer|Payor|Hospital|Practice|Physician|Facility|Disclosing Party|Receiving Party"
)
_BETWEEN = re.compile(
    r"\b(?:by\s+and\s+(?:between|among)|between|among|parties(?:\s+to\s+this\s+\w+)?\s+are|(?:is|are)\s+(?:(?:made|entered\s+into)\s+)?by(?!\s+and\s)|agreement\s+of)\b[:\s]+",
    re.IGNORECASE,
)
_AGREE = re.compile(
    r"\bagrees?\s+(?:as\s+follows|to\s+(?:all\s+)?(?:the\s+)?(?:following\s+)?terms)", re.IGNORECASE
)
_TITLE = re.compile(
    r"^[^\n]*\b(?:agreement|contract|exhibit\s+[\d.]+)\W*$", re.IGNORECASE | re.MULTILINE
)
_END = re.compile(
    r"\b(?:WHEREAS|RECITALS?|WITNESSETH|W I T N E S S E T H|NOW,? THEREFORE|BACKGROUND|Background|Recitals|Preamble"
    r"|In consideration|This Agreement (?:sets|shall|is)|[Tt]he [Pp]arties (?:agree|hereby)|agree as follows)\b|\n\s*(?:1|I)\.\s+[A-Z]"
    r"|\n\s*(?i:this)\s+(?:[\w-]+\s+){0,4}(?i:agreement)\b"
)
_ALIAS = re.compile(
    r"""\(\s*(?:[^()"“”]{0,120}?)["“'‘]{1,2}(?P<alias>[A-Za-z0-9][^"“”()]{0,60}?)[.,]?["”’']{1,2}(?P<more>[^()]{0,160})\)"""
)
_BARE_ALIAS = re.compile(
    r"\((?:(?:hereinafter|herein|hereafter)(?: referred to as| called)?,?\s+)?(?:the\s+)?(?P<alias>[A-Z][A-Za-z0-9&.-]{1,20}(?: [A-Z][A-Za-z&.-]{0,20}){0,2})\s?\)"
    r"(?P<more>)(?=\s*(?:,|;|\.|and\b|[aA]n?\b|with\b|\n|\Z))"
)
_AS = re.compile(rf",\s+(?:as\s+)?(?:the\s+)?(?P<alias>{ROLES})(?P<more>)(?=\s*(?:[,;.]|and\b|\n))")
# (Client) Pelham Inc. and (Contractor) Blue Line LLC: what each is called stands before its name.
_BEFORE = re.compile(
    rf"\(\s*(?:the\s+)?[\"“]?(?P<alias>{ROLES})[\"”]?\s*\):?\s+(?P<name>[A-Z][^();\n]{{1,90}}?)"
    r"(?=\s+(?:and\s+)?\(|,?\s+(?:an?|having|located|with)\s|,\s+(?:whose|and)\s|[.;]?\s*(?:\n|\Z)|\.\s+[A-Z][a-z])"
)
_CALLED = re.compile(
    r"\b[Hh]ere(?:in|(?:in)?after|inbelow)\s+(?:referred\s+to\s+as|called)\s+(?:the\s+)?[\"“](?P<alias>[A-Za-z0-9][^\"“”()\n]{0,40}?)[.,]?[\"”]"
    r"(?P<more>(?:,?\s+or\s+[\"“][^\"“”\n]{1,40}[\"”])?)"
)
_QUOTED = re.compile(r"[\"“](?P<alias>[A-Za-z][^\"“”()]{0,40}?)[.,]?[\"”]")
_GROUP = re.compile(
    r"(?:together|collectively|individually|sometimes|each|jointly)\b|\bpart(?:y|ies)\b|\beffective date\b|\bagreement\b",
    re.IGNORECASE,
)
# What an agreement defines in its first sentence, and is no party.
_THING = re.compile(
    r"(?:the\s+|this\s+)?(?:[\w-]+\s+)?(?:dated?|agreement|amendment|addendum|contract|term|closing|software|products?|services?|project|territory|content|program"
    r"|system|work|licen[cs]e|marks?|exhibit|schedule|confirmation|transaction|period|remedy|warranty|premises|property|website|site|business|act|code|plan document|shares|stock)\Z",
    re.IGNORECASE,
)
# Lines about the party before: they hold no name.
_DETAILS = re.compile(
    r"^[ \t]*(?:address|tel(?:ephone)?|fax|phone|e-?mail|attention|attn|business\s+\w+\s+no|registered|registration|legal\s+representative|represented\s+by|with\s+offices?)\b[ .\t]{0,60}(?:no\.?\s*)?:[^\n]*",
    re.IGNORECASE | re.MULTILINE,
)
_SUFFIX = (
    r"(?:Inc|Incorporated|LLC|L\.L\.C|Ltd|Limited|Corp|Corporation|Company|Co|L\.P|LP|LLP|N\.A|S\.A\.S|S\.A|B\.V|AG|(?-i:AS)|GmbH"
    r"|plc|Trust|Bank|N\.V|Pte|Pty|Association|Fund|Partners|S\.r\.l|A\.S|P\.C|PLLC|PC)"
)
_NAME = re.compile(
    rf"[A-Za-z0-9][^,;()\n]*(?:\n[^,;()\n]+)?(?:\s\(International\)[^,;()\n]*)?(?:,?\s+{_SUFFIX}\b\.?)*",
    re.IGNORECASE,
)
_AND = re.compile(rf"(?:{_SUFFIX}\.?,?|\))\s+(?:and|AND)\s+(?=[A-Z])|,\s+(?:and|AND)\s+(?=[A-Z])")
# Of those that are called something together, a comma parts one from the next.
_COMMA = re.compile(rf"{_AND.pattern}|\b{_SUFFIX}\.?,\s+(?!{_SUFFIX}\b)(?=[A-Z][\w&.]*\s+[A-Z&])")
_DESCRIBED = re.compile(
    r"\s+(?:and\s+between|an?\s+(?:[\w-]+\s+){0,4}(?:corporation|company|partnership|trust|body|individual|organization)"
    r"|with\s+(?:its|an?|offices)|having|whose|located|of\s+the\s+(?:one|first|other)|on\s+behalf\s+of|on\s+the|(?-i:as)\s+|formerly|herein\w*\s|hereafter\s|not\s+individually"
    r"|of\s+\d)",
    re.IGNORECASE,
)
_JUNK = re.compile(
    r"^(?:[\s,;:.*_-]|and\b|by\b|between\b|among\b|the\b(?=\s+[a-z])|\(\w\)|\d\)|entered\s+into|made|parties?:?|is\b|effective|as\s+of|both\b)+",
    re.IGNORECASE,
)
# What goes on about the party before: ", a Delaware corporation with offices at …, and "
_GOES_ON = re.compile(
    r"\s*,?\s*(?:an?|with|having|whose|located|of|on|organized|formerly|duly|which|acting|represented)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r"(?:[,;.)]\s*|\s)(?:and|AND)\s*:?\s+(?=[A-Z]|[a-z]+[.A-Z])|;\s+(?=[A-Z])")
_BLANK = re.compile(r"_{3,}|\[[^\]\n]{0,60}\]|[●•]")
_STOP = re.compile(r"(?<![A-Z])(?<!Inc)(?<!Corp)(?<!Ltd)(?<!Co)(?<!No)\.\s+(?=[A-Z][a-z])|\n\s*\n")
_SENTENCE = re.compile(r"(?<![A-Z])(?<!Inc)(?<!Corp)(?<!Ltd)(?<!Co)(?<!No)\.\s+(?=[A-Z][a-z])")


# No name, but the words of a sentence that were taken for one: Neither of us will
_NO_NAME = re.compile(
    r".*\s(?:shall|will|must|may|cannot)(?:\s|\Z)"
    r"|(?:Neither|Either|Nothing|None|If|No|We|You|Us|It|I|This|These)(?:\s+[a-z].*)?\Z",
    re.DOTALL,
)
_NUMBERED = re.compile(
    r"(?:\b\d{1,2}\.\d{1,2}|\b[Ss]ection\s\d{1,2})\s*\Z"
)  # what stands in brackets is a heading: Section 6.4 (Remedy)


def listed(text: str) -> tuple[Named, ...]:
    """The parties of the sentence that says between whom an agreement is, or who agree."""
    text = _DETAILS.sub(lambda match: " " * len(match[0]), text)
    plain: tuple[Named, ...] = ()
    for between in islice(_BETWEEN.finditer(text), FEW):
        ending = _END.search(text, between.end())
        stop = min(ending.start() if ending else len(text), between.end() + SPAN)
        found = tuple(_listed(text, between.end(), stop))[:MOST]
        if any(named.title for named in found):
            return found
        plain = plain or (found if len(found) > 1 else ())
    if plain:
        return plain
    agree = _AGREE.search(text)
    if not agree:
        return ()
    start = max(0, agree.start() - SPAN // 3)
    titles = list(_TITLE.finditer(text, start, agree.start()))
    return tuple(_listed(text, titles[-1].end() if titles else start, agree.start()))


def _listed(text: str, start: int, stop: int) -> Iterator[Named]:
    """Each party of a list of them that stands between two places."""
    if text.startswith("(", start) and _BEFORE.match(text, start, stop):
        yield from _called_before(text, start, stop)
        return
    at = start
    titled = 0
    for begun, end, title, more in _aliases(text, start, stop):
        between = text[at:begun]
        if begun < at or (titled > 1 and _SENTENCE.search(between)):
            continue
        if _THING.match(title) or _NUMBERED.search(text, max(start, begun - 16), begun):
            continue
        if _GROUP.search(title) or _GROUP.match(text[begun + 1 : end].strip()):
            if (
                titled
                and re.match(r"\s*,?\s*(?:and\s+)?[A-Z]", between)
                and "." not in between[-1:]
            ):
                for spot, name in _names(text, at, begun, _COMMA):
                    yield Named("", name, spot, spot + len(name), "party.between")
                at = end
            continue
        pieces = list(_names(text, at, begun))
        for spot, name in pieces[:-1]:
            yield Named("", name, spot, spot + len(name), "party.between")
        if pieces:
            spot, name = pieces[-1]
            others = [m["alias"] for m in _QUOTED.finditer(more)][:1]
            aliases = tuple(("alias", other) for other in others if not _GROUP.search(other))
            yield Named(title, name, spot, end, "party.alias", aliases)
            titled += 1
        elif _BLANK.search(between):  # of a form: who it is is left open
            yield Named(title, "", begun, end, "party.alias")
            titled += 1
        at = end
    goes_on = re.match(r"[^.]{0,12}\band\s+[A-Z]", text[at : at + 40])
    if at == start or goes_on:
        sentence = _STOP.search(text, at, stop)
        end = sentence.start() if sentence else stop
        for spot, name in _names(text, at, min(end, at + 500)):
            yield Named("", name, spot, spot + len(name), "party.between")


def _called_before(text: str, start: int, stop: int) -> Iterator[Named]:
    for found in _BEFORE.finditer(text, start, stop):
        yield Named(found["alias"], found["name"], found.start("name"), found.end(), "party.alias")


def _aliases(text: str, start: int, stop: int) -> list[tuple[int, int, str, str]]:
    """What the parties are called from then on: where that stands, the word, and what follows it."""
    found = [
        (match.start(), match.end(), match["alias"], match["more"])
        for pattern in (_ALIAS, _BARE_ALIAS, _CALLED, _AS)
        for match in pattern.finditer(text, start, stop)
    ]
    return [(a, b, " ".join(word.split()), more) for a, b, word, more in sorted(found)]


def _names(
    text: str, start: int, stop: int, joint: re.Pattern[str] = _AND
) -> Iterator[tuple[int, str]]:
    """The names of the parties in a stretch of the list, each with its place."""
    if _GOES_ON.match(text, start, stop):
        following = _NEXT.search(text, start, stop)
        if not following:
            return
        start = following.end()
    joints = joint.finditer(text, start, stop)
    cuts = [start, *(_cut(found) for found in joints)]
    for begun, end in zip(cuts, [*cuts[1:], stop], strict=True):
        piece = text[begun:end]
        junk = _JUNK.match(piece)
        offset = junk.end() if junk else 0
        match = _NAME.match(piece[offset:])
        if not match:
            continue
        name = match[0]
        ends = _DESCRIBED.search(name)
        name = name[: ends.start()] if ends else name
        name = name.strip(" ,;:\n\t")
        good = 2 <= len(name) <= 100 and re.match(r"[A-Z0-9]|[a-z]+[.A-Z]", name)
        if (
            good
            and not _GROUP.match(name)
            and not _NO_NAME.match(name)
            and not re.match(r"(?:an?|any|each|all|with|at)\s", name, re.IGNORECASE)
        ):
            yield begun + offset, name


def _cut(joint: re.Match[str]) -> int:
    """Where the next name's piece begins: at "and", or after the comma where no "and" stands."""
    place = joint[0].lower().rfind("and")
    return joint.start() + place if place >= 0 else joint.end()

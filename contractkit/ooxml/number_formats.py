"""The formats of ``w:numFmt`` (ECMA-376 part 1, 17.18.59): a number -> how Word prints it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from contractkit.lang.en.counters import letter, to_roman
from contractkit.lang.zh.counters import CIRCLED, numeral

CUSTOM = "custom:"  # before the sample of a custom format, 001, 002, 003, …

_FORMAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_AIUEO = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラム"
    "ウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
)
_HALF_WIDTH = str.maketrans(
    _AIUEO,
    "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ",
)
_JAPANESE = str.maketrans("一二三五十", "壱弐参伍拾")
_GANADA = "가나다라마바사아자차카타파하"
_CHOSUNG = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_CHICAGO = "*†‡§"
_TRADITIONAL = str.maketrans("零一二三四五六七八九十百千", "零壹貳參肆伍陸柒捌玖拾佰仟")
_HINDI = str.maketrans("0123456789", "०१२३४५६७८९")
_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()  # fmt: skip
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip


def _cycle(characters: str) -> Callable[[int], str]:
    return lambda n: characters[(n - 1) % len(characters)] if n > 0 else str(n)


def _repeat(characters: str) -> Callable[[int], str]:
    """a, b, …, z, aa, bb: a letter again for every turn."""

    def written(n: int) -> str:
        turn, at = divmod(n - 1, len(characters))
        return characters[at] * (turn + 1) if 0 < n <= 780 else str(n)

    return written


def _cardinal(n: int) -> str:
    if n < 20:
        return _UNITS[n]
    if n < 100:
        tens, unit = divmod(n, 10)
        return _TENS[tens] + (f"-{_UNITS[unit]}" if unit else "")
    hundreds, rest = divmod(n, 100)
    return f"{_cardinal(hundreds)} hundred" + (f" {_cardinal(rest)}" if rest else "")


def _ordinal_text(n: int) -> str:
    whole = _cardinal(n)
    joint = max(whole.rfind("-"), whole.rfind(" ")) + 1
    head, last = whole[:joint], whole[joint:]
    last = _ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return f"{head}{last}".capitalize()


def _ordinal(n: int) -> str:
    ending = "th" if 10 < n % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


def _circled(n: int) -> str:
    return CIRCLED[n - 1] if 0 < n <= len(CIRCLED) else str(n)


def _roman(n: int) -> str:
    return to_roman(n) if 0 < n < 32768 else str(n)


def _letter(n: int) -> str:
    return letter(n) if 0 < n <= 780 else str(n)


def _sexagenary(n: int) -> str:
    return _STEMS[(n - 1) % 10] + _BRANCHES[(n - 1) % 12] if 0 < n <= 60 else str(n)


def _formal(n: int, digits: dict[int, int]) -> str:
    """The numerals that cannot be altered, in which ten is 壹拾."""
    plain = _counting(n)
    return (f"一{plain}" if plain.startswith("十") else plain).translate(digits)


def _digit_by_digit(n: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(abs(n)))


def _counting(n: int) -> str:
    return numeral(n) if 0 < n < 10_000 else str(n)


FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02d}".format,
    "decimalFullWidth": lambda n: str(n).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda n: str(n).translate(_FULL_WIDTH),
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": "{}.".format,
    "decimalEnclosedParen": "({})".format,
    "numberInDash": "- {} -".format,
    "upperRoman": lambda n: _roman(n).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda n: _letter(n).upper(),
    "lowerLetter": _letter,
    "ordinal": _ordinal,
    "cardinalText": lambda n: _cardinal(n).capitalize(),
    "ordinalText": _ordinal_text,
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "chineseLegalSimplified": lambda n: _formal(n, _FORMAL),
    "ideographDigital": _digit_by_digit,
    "japaneseCounting": _counting,
    "japaneseDigitalTenThousand": _counting,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting,
    "taiwaneseDigital": _digit_by_digit,
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "hex": "{:X}".format,
    "ideographEnclosedCircle": _circled,
    "ideographLegalTraditional": lambda n: _formal(n, _TRADITIONAL),
    "ideographZodiacTraditional": _sexagenary,
    "japaneseLegal": lambda n: _counting(n).translate(_JAPANESE),
    "aiueo": _cycle(_AIUEO.translate(_HALF_WIDTH)),
    "aiueoFullWidth": _cycle(_AIUEO),
    "iroha": _cycle(_IROHA.translate(_HALF_WIDTH)),
    "irohaFullWidth": _cycle(_IROHA),
    "ganada": _cycle(_GANADA),
    "chosung": _cycle(_CHOSUNG),
    "russianLower": _repeat(_RUSSIAN),
    "russianUpper": lambda n: _repeat(_RUSSIAN)(n).upper(),
    "chicago": _repeat(_CHICAGO),
    "hindiNumbers": lambda n: str(n).translate(_HINDI),
    "thaiNumbers": lambda n: str(n).translate(_THAI),
    "none": lambda _: "",
}


def print_number(n: int, number_format: str) -> str:
    """``n`` as ``number_format`` prints it; a format that we do not know prints as decimal."""
    if n < 0:
        return str(n)
    if number_format.startswith(CUSTOM):
        return str(n).zfill(len(number_format[len(CUSTOM) :].partition(",")[0].strip()))
    return FORMATS.get(number_format, str)(n)

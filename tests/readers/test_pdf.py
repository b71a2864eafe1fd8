"""PDFs: paragraphs as they were before lines and pages cut them, tables, columns, running heads."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping, Sequence

import pytest

from contractkit.assembly import assemble
from contractkit.errors import ReadError
from contractkit.model.document import Note
from contractkit.model.standard import Library
from contractkit.readers import document, outline
from contractkit.readers.pdf import read_pdf
from contractkit.writers import write
from tests.builders import docx, p

Convert = Callable[[Mapping[str, bytes], str], dict[str, bytes]]
FONTS = {"F": "Helvetica", "B": "Helvetica-Bold"}
EM = 0.5  # of the size: the width that these tests give to a Latin letter


def text(x: float, y: float, words: str, size: float = 10, font: str = "F") -> str:
    """Text at a place, Chinese in a font that PDF viewers have and need not find in the file."""
    if words.isascii():
        escaped = re.sub(r"([\\()])", r"\\\1", words)
        return f"BT /{font} {size} Tf {x} {y} Td ({escaped}) Tj ET"
    return f"BT /C {size} Tf {x} {y} Td <{words.encode('utf-16-be').hex()}> Tj ET"


def lines(*words: str, x: float = 72, top: float = 700, step: float = 14, size: float = 10) -> str:
    """Lines of text, one under the other."""
    return "\n".join(
        text(x, top - step * place, line, size) for place, line in enumerate(words) if line
    )


def level(y: float, start: float, end: float) -> str:
    return f"{start} {y} m {end} {y} l S"


def upright(x: float, start: float, end: float) -> str:
    return f"{x} {start} m {x} {end} l S"


def pdf(*pages: str, trailer: str = "", page: str = "", objects: Sequence[str] = ()) -> bytes:
    """A PDF of these pages, whose contents are given as PDF's operators."""
    kids = " ".join(f"{8 + 2 * place} 0 R" for place in range(len(pages)))
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
        " /DescendantFonts [6 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo"
        " << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R >>",
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /Ascent 880 /Descent -120"
        " /ItalicAngle 0 /CapHeight 880 /StemV 80 /FontBBox [0 -200 1000 900] >>",
    ]
    for place, content in enumerate(pages):
        parts.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F 3 0 R"
            f" /B 4 0 R /C 5 0 R >> /XObject << /I {8 + 2 * len(pages)} 0 R >> >>"
            f" /Contents {9 + 2 * place} 0 R {page} >>"
        )
        parts.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    parts += objects
    out = b"%PDF-1.7\n"
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{part}\nendobj\n".encode("latin-1")
    xref = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(parts) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{xref}"
    end += f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>"
    return out + f"{end}\nstartxref\n{len(out)}\n%%EOF\n".encode("latin-1")


PICTURE = (
    "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
    " /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream"
)
WHOLE_PAGE = "q 612 0 0 792 0 0 cm /I Do Q"


def texts(*pages: str) -> list[str]:
    return [block.text for block in read_pdf(pdf(*pages), "a.pdf").blocks]


FIRST = "The Provider shall furnish Covered Services to Members without discrimination and"
SECOND = "shall keep the records of each Member for the period that the law of the State sets."


def test_lines_of_a_paragraph_are_rejoined_with_a_space() -> None:
    assert texts(lines(FIRST, SECOND)) == [f"{FIRST} {SECOND}"]


def test_a_line_that_had_room_for_the_next_word_ends_a_paragraph() -> None:
    assert texts(lines("A short line.", FIRST, SECOND)) == ["A short line.", f"{FIRST} {SECOND}"]


def test_chinese_lines_are_joined_without_a_space() -> None:
    one, two = "乙方应当为参保人员提供合理必要的医疗服务并且保存病历", "三十年。"
    assert texts(lines(f"　　{one}", two, size=16, step=28)) == [one + two]


def test_a_page_end_does_not_end_a_paragraph() -> None:
    assert texts(lines(FIRST), lines(SECOND)) == [f"{FIRST} {SECOND}"]


def test_a_wider_gap_ends_a_paragraph_though_its_last_line_is_full() -> None:
    assert texts(lines(FIRST, FIRST, "", FIRST)) == [f"{FIRST} {FIRST}", FIRST]


def test_first_line_indents_begin_paragraphs() -> None:
    one, two = "病" * 24, "历" * 26
    found = texts(
        "\n".join(
            (
                text(104, 700, one, 16),
                text(72, 672, two, 16),
                text(104, 644, "药" * 23 + "。", 16),
                text(104, 616, "费" * 24, 16),
                text(72, 588, "完。", 16),
            )
        )
    )
    assert found == [one + two, "药" * 23 + "。", "费" * 24 + "完。"]


def test_numbers_begin_paragraphs_and_a_cited_one_at_a_line_start_does_not() -> None:
    filled = (
        "the Plan pays each clean claim within the period that this Section sets for such claims"
    )
    cited = filled[:-12] + " in Section"
    assert texts(lines(f"(a) {filled};", f"(b) {cited}", "7.2 and the manual.")) == [
        f"(a) {filled};",
        f"(b) {cited} 7.2 and the manual.",
    ]


def test_a_hanging_indent_goes_on() -> None:
    page = "\n".join(
        (text(72, 700, "1.1"), text(100, 700, FIRST), text(100, 686, SECOND), text(72, 660, "Next"))
    )
    assert texts(page) == [f"1.1 {FIRST} {SECOND}", "Next"]


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("and the reimburse-", "ment is due. A reimbursement", "the reimbursement is due."),
        ("and the in-", "network rate. Each in-network", "the in-network rate."),
        ("of MS-", "DRG weights", "of MS-DRG weights"),
    ],
)
def test_a_hyphen_at_a_line_end_stays_where_the_text_has_it(
    before: str, after: str, whole: str
) -> None:
    filling = FIRST[: 78 - len(before)].rsplit(" ", 1)[0] + " "
    assert whole in " ".join(texts(lines(f"{filling}xxxxxx {before}", after)))


def test_bold_beginnings_are_leads() -> None:
    page = text(72, 700, "Term.", font="B") + "\n" + text(104, 700, "One year.")
    (block,) = read_pdf(pdf(page, lines(FIRST)), "a.pdf").blocks[:1]
    assert (block.text, block.lead) == ("Term. One year.", 5)


def test_text_that_is_printed_twice_to_look_bold_is_read_once() -> None:
    assert texts(text(72, 700, "Term") + "\n" + text(72.3, 700, "Term")) == ["Term"]


def test_running_heads_and_page_numbers_are_set_aside_and_counted() -> None:
    pages = [
        "\n".join((text(72, 760, f"Draft of 1 May, copy {n}"), lines(words), text(300, 30, f"{n}")))
        for n, words in enumerate((FIRST, SECOND, "Third.", "Fourth."), 1)
    ]
    found = read_pdf(pdf(*pages), "a.pdf")
    whole = " ".join(block.text for block in found.blocks)
    assert whole == f"{FIRST} {SECOND} Third. Fourth."
    assert found.notes == (Note("running_heads", "8"),)


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"left column line {n:02} of the text, it" for n in range(12)]
    right = [f"right column line {n:02} of the text so" for n in range(12)]
    page = text(72, 740, "A title over both columns of the page, which is as wide as they are both")
    page += "\n" + lines(*left, x=72) + "\n" + lines(*right, x=320)
    whole = " ".join(texts(page)[1:])
    assert whole == " ".join((*left, *right))


def test_a_ruled_table_is_a_block_a_row_with_its_cells() -> None:
    rules = [level(y, 72, 400) for y in (700, 670, 640)]
    rules += [upright(x, 640, 700) for x in (72, 200, 400)]
    words = (text(76, 680, "Service"), text(204, 685, "Rate of the"), text(204, 674, "schedule"))
    page = "\n".join((*rules, *words, text(76, 650, "Surgery"), text(204, 650, "108%")))
    found = read_pdf(pdf(page), "a.pdf").blocks
    assert [block.cells for block in found] == [
        ("Service", "Rate of the\nschedule"),
        ("Surgery", "108%"),
    ]
    assert found[1].text == "Surgery\t108%"


def test_a_cell_that_reaches_down_is_told_once() -> None:
    rules = [level(700, 72, 400), level(640, 72, 400), level(670, 200, 400)]
    rules += [upright(x, 640, 700) for x in (72, 200, 400)]
    words = (text(76, 667, "Both"), text(204, 680, "one"), text(204, 650, "two"))
    found = read_pdf(pdf("\n".join((*rules, *words))), "a.pdf").blocks
    assert [block.cells for block in found] == [("Both", "one"), ("", "two")]


def test_rows_between_level_rules_are_a_table() -> None:
    rows = [("Category", "Rate"), ("Surgery", "108%"), ("Imaging", "95%")]
    page = "\n".join(
        [level(700 - 20 * n, 72, 400) for n in range(4)]
        + [text(76, 686 - 20 * n, one) for n, (one, _) in enumerate(rows)]
        + [text(300, 686 - 20 * n, two) for n, (_, two) in enumerate(rows)]
    )
    assert [block.cells for block in read_pdf(pdf(page), "a.pdf").blocks] == rows


def test_a_box_around_text_is_no_table() -> None:
    box = "60 650 480 70 re S"
    assert texts(box + "\n" + lines(FIRST, SECOND)) == [f"{FIRST} {SECOND}"]


def test_aligned_columns_are_cells_and_second_lines_stay_in_their_cell() -> None:
    page = "\n".join(
        (
            lines("Party", "Payer", "Term", step=30),
            lines("Name", "Lakeshore Plan", "One year", x=250, step=30),
            text(250, 658, "of Ohio"),
        )
    )
    assert [block.cells for block in read_pdf(pdf(page), "a.pdf").blocks] == [
        ("Party", "Name"),
        ("Payer", "Lakeshore Plan of Ohio"),
        ("Term", "One year"),
    ]


def test_a_turned_page_is_read_as_it_is_shown() -> None:
    words = f"q 0 1 -1 0 612 0 cm {text(72, 300, 'Shown upright')} Q"
    found = read_pdf(pdf(words, page="/Rotate 90"), "a.pdf")
    assert [block.text for block in found.blocks] == ["Shown upright"]


def test_text_across_the_page_is_left_out_and_counted() -> None:
    mark = f"q 0.7 0.7 -0.7 0.7 200 200 cm {text(0, 0, 'COPY', 60)} Q"
    found = read_pdf(pdf(lines(FIRST) + "\n" + mark), "a.pdf")
    assert [block.text for block in found.blocks] == [FIRST]
    assert found.notes == (Note("turned", "4"),)


def test_a_scanned_page_is_an_error_that_names_it() -> None:
    data = pdf(lines(FIRST), WHOLE_PAGE, WHOLE_PAGE, objects=[PICTURE])
    with pytest.raises(ReadError, match=r"a\.pdf: pages 2–3 are scans, without text .*OCR"):
        read_pdf(data, "a.pdf")


def test_one_scanned_page_is_named_with_what_would_help() -> None:
    data = pdf(lines(FIRST), WHOLE_PAGE, lines(SECOND), objects=[PICTURE])
    with pytest.raises(ReadError, match=r"page 2 is a scan.*ask for the Word file, or .*\(OCR\)"):
        read_pdf(data, "a.pdf")


def test_a_blank_page_is_no_error() -> None:
    found = read_pdf(pdf(lines(FIRST), "", lines(SECOND)), "a.pdf")
    assert [block.text for block in found.blocks] == [f"{FIRST} {SECOND}"]


def test_a_file_without_any_text_is_an_error() -> None:
    with pytest.raises(ReadError, match="there is no text in the file"):
        read_pdf(pdf(""), "a.pdf")


def test_pictures_beside_text_are_noted() -> None:
    data = pdf(lines(FIRST) + "\nq 40 0 0 40 300 300 cm /I Do Q", objects=[PICTURE])
    assert read_pdf(data, "a.pdf").notes == (Note("drawings", "1"),)


def test_more_pages_than_the_limit_are_an_error() -> None:
    with pytest.raises(ReadError, match="has 3 pages, the limit is 2"):
        read_pdf(pdf(*[lines(FIRST)] * 3), "a.pdf", pages=2)


def test_a_password_is_an_error_of_its_own() -> None:
    lock = (
        "/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4"
        f" /O <{'41' * 32}> /U <{'42' * 32}> >>"
    )
    with pytest.raises(ReadError, match="protected by a password"):
        read_pdf(pdf(lines(FIRST), trailer=lock), "a.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\nnothing\n%%EOF"])
def test_a_damaged_file_is_an_error(data: bytes) -> None:
    with pytest.raises(ReadError, match="damaged"):
        read_pdf(data, "a.pdf")


def test_files_that_are_cut_or_flipped_end_in_a_result_or_a_read_error() -> None:
    whole = pdf(lines(FIRST, SECOND), lines(SECOND))
    for place in range(0, len(whole), 37):
        for data in (whole[:place], whole[:place] + b"\xff" + whole[place + 1 :]):
            try:
                read_pdf(data, "a.pdf")
            except ReadError:
                continue


def test_a_pdf_is_told_by_its_content() -> None:
    assert document(pdf(lines(FIRST)), "a.docx").text == FIRST


def test_cost_grows_with_the_pages_and_not_faster() -> None:
    page = lines(*[FIRST, SECOND] * 20, top=760, step=15)  # all of them one paragraph

    def seconds(pages: int) -> float:
        data = pdf(*[page] * pages)
        start = time.process_time()
        read_pdf(data, "a.pdf")
        return time.process_time() - start

    seconds(1)
    assert seconds(40) < 10 * max(seconds(10), 0.01)


@pytest.mark.parametrize("words", [("Section", "The Plan pays. "), ("条", "甲方应当按期付款。")])
def test_a_word_file_printed_as_pdf_has_the_same_clauses(
    soffice: Convert, words: tuple[str, str]
) -> None:
    name, sentence = words
    numbers = "一二三四五六七八九"
    clauses = [
        p(f"第{numbers[n]}条 内容" if name == "条" else f"Section {n + 1}. Contents")
        for n in range(9)
    ]
    body = "".join(clause + p(sentence.strip()) + p((sentence * 30).strip()) for clause in clauses)
    data = docx(body)
    printed = soffice({"a.docx": data}, "pdf")["a"]
    found, expected = document(printed, "a.pdf"), document(data, "a.docx")
    assert outline(found).outline() == outline(expected).outline()


@pytest.mark.parametrize("code", ["zh", "en"])
def test_our_own_agreement_printed_as_pdf_keeps_its_numbers(
    soffice: Convert,
    library: Library,
    sample_values: Callable[[str], dict[str, object]],
    code: str,
) -> None:
    values = sample_values("hospital-service")
    agreement = assemble(library, "hospital-service", values, language=code)
    look = library.looks[code, library.templates["hospital-service", code].look]
    data = write(agreement, ".docx", look=look)
    printed = soffice({"a.docx": data}, "pdf")["a"]
    found, expected = document(printed, "a.pdf"), document(data, "a.docx")
    labels = [[node["label"] for node in outline(d).outline()] for d in (found, expected)]
    assert labels[0] == labels[1]

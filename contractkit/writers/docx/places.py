"""What a look does with what it is given: whether it only prints values, or computes with them."""

from __future__ import annotations

import io
from collections.abc import Iterator

from jinja2 import TemplateError, nodes
from jinja2.sandbox import SandboxedEnvironment

# All that a look of ours needs: places, and loops and conditions over what is not a value.
_KNOWN = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Name,
    nodes.Getattr, nodes.Getitem, nodes.Const, nodes.Compare, nodes.Operand,
)  # fmt: skip
_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
_VALUES = {"details", "term", "name", "text", "runs", "table"}


def prints_only(look: bytes) -> bool:
    """Whether values are printed in ``look`` and nothing else: no filter, no test, no call.

    What it prints then differs in these values alone. A look that cannot be read is for
    ``write_docx`` to refuse.
    """
    environment = SandboxedEnvironment()
    try:
        return all(_prints_only(environment.parse(source)) for source in _sources(look))
    except TemplateError:
        return False


def _sources(look: bytes) -> Iterator[str]:
    """The templates in a look as docxtpl hands them to jinja."""
    from docxtpl import DocxTemplate

    template = DocxTemplate(io.BytesIO(look))
    template.render_init()
    yield template.patch_xml(template.get_xml())
    for kind in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(kind):
            yield template.patch_xml(template.get_part_xml(part))
    for part in template.docx.part.package.parts:
        if part.content_type.endswith(".footnotes+xml"):
            yield template.patch_xml(part.blob.decode("utf-8"))
    for name in _PROPERTIES:
        yield str(getattr(template.docx.core_properties, name))


def _prints_only(tree: nodes.Template) -> bool:
    if not all(isinstance(node, _KNOWN) for node in _walk(tree)):
        return False
    decided = [
        node
        for one in tree.find_all((nodes.If, nodes.For))
        for node in _walk(one.test if isinstance(one, nodes.If) else one.iter)  # type: ignore[attr-defined]
    ]
    computed = [
        node for one in tree.find_all((nodes.Compare, nodes.Getitem)) for node in _walk(one)
    ]
    return not any(_is_value(node) for node in [*decided, *computed])


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)


def _is_value(node: nodes.Node) -> bool:
    return (isinstance(node, nodes.Getattr) and node.attr in _VALUES) or (
        isinstance(node, nodes.Name) and node.name in _VALUES
    )

"""Values -> the bytes of an agreement, many times over: what does not depend on a row, once."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from contractkit.assembly import assemble
from contractkit.model.standard import Library
from contractkit.writers import write


@dataclass(slots=True)
class Renderer:
    """Issues the agreements of one template in one language from a library."""

    library: Library
    template: str
    language: str
    on: datetime.date
    varying: frozenset[str] = frozenset()

    def render(self, values: Mapping[str, object]) -> bytes:
        """The agreement of ``values``. Raises AssemblyError."""
        return self.full(values)

    def full(self, values: Mapping[str, object]) -> bytes:
        """The agreement by the path that ``contractkit generate`` takes. Raises AssemblyError."""
        agreement = assemble(
            self.library, self.template, values, language=self.language, on=self.on
        )
        look = self.library.templates[self.template, self.language].look
        data = self.library.looks[self.language, look]
        return write(agreement, ".docx", look=data, look_name=look)

    def check(self, values: Mapping[str, object]) -> None:
        """Raises AssemblyError when ``values`` do not make an agreement."""
        assemble(self.library, self.template, values, language=self.language, on=self.on)

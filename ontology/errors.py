"""What goes wrong is told in one plain sentence that says what to do, in English and in Chinese."""
from __future__ import annotations


class ChuanyuError(Exception):
    """Something that the user can mend. `str()` is the English sentence, `zh` the Chinese one where there is one.

    The command line shows the sentence without a traceback.
    """

    def __init__(self, english: str, zh: str | None = None) -> None:
        super().__init__(english)
        self.zh = zh or english

    def sentence(self, language: str) -> str:
        """The sentence in `"zh"` or `"en"`."""
        return self.zh if language == "zh" else str(self)

"""Small PDF files made by hand: the parts of the format that the tests need, and no more."""

from __future__ import annotations

Line = tuple[float, float, str]
"""Distance from the page's top and size of the letters, both in points, and the words."""


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _content(lines: list[Line]) -> bytes:
    shown = (f"BT /F1 {size} Tf 72 {792 - top} Td ({_escaped(words)}) Tj ET" for top, size, words in lines)
    return "\n".join(shown).encode("cp1252")


def pdf(pages: list[list[Line]], *, trailer: str = "") -> bytes:
    """A PDF of `pages`; `trailer` is put into its trailer dictionary."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for i, lines in enumerate(pages):
        resources = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] {resources} /Contents {5 + 2 * i} 0 R >>".encode()
        )
        content = _content(lines)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return _file(objects, trailer)


def encrypted() -> bytes:
    """A PDF that asks for a password."""
    lock = "/Filter /Standard /V 1 /R 2 /P -4 /O <" + "41" * 32 + "> /U <" + "42" * 32 + ">"
    return pdf([[(72, 11, "Secret.")]], trailer=f"/Encrypt << {lock} >> /ID [<00> <00>]")


def laid_out(paragraphs: list[tuple[float, str]], *, width: int = 80, top: float = 72) -> list[Line]:
    """The lines of one page: each paragraph (size of letters, words) wrapped at `width` and parted by half a line more."""
    lines: list[Line] = []
    for size, words in paragraphs:
        for line in _wrapped(words, int(width * 11 / size)):
            lines.append((top, size, line))
            top += size * 1.2
        top += size * 0.9
    return lines


def _wrapped(words: str, width: int) -> list[str]:
    lines = [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _file(objects: list[bytes], trailer: str) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\n"
    return data + tail.encode() + b"startxref\n%d\n%%%%EOF\n" % len(data)

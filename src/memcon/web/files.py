"""Files to take away: exports of what is asked for, and memos to print; one large export at a time."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from threading import BoundedSemaphore
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from starlette.responses import FileResponse, Response, StreamingResponse

from memcon.errors import MemconError
from memcon.export.formats.registry import FORMATS
from memcon.export.paper.html import html
from memcon.export.paper.markdown import markdown
from memcon.export.paper.pdf import pdf
from memcon.questions import answers, memos
from memcon.questions.naming import NotFoundError
from memcon.web.answering import problem, told, visit_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime

    from starlette.requests import Request

    from memcon.export.formats.holdings import Holdings
    from memcon.export.formats.registry import Format
    from memcon.export.paper.model import Paper
    from memcon.questions.question import Question

MEMOS: Mapping[str, str] = {
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
}
_ENDINGS: Mapping[str, str] = {"plover": "jsonl", "tracks": "jsonl", "gdelt": "tsv", "annotations": "jsonl"}
_MEDIA_TYPES: Mapping[str, str] = {
    "jsonl": "application/x-ndjson",
    "tsv": "text/tab-separated-values; charset=utf-8",
    "jsonld": "application/ld+json",
}
# The kinds of content that exports have.
FILES = (*_MEDIA_TYPES.values(), "application/zip")
_ONE_AT_A_TIME = BoundedSemaphore()


def export(request: Request) -> Response:
    """What is asked for, in one of the formats; several files come as a zip."""
    name = request.path_params["name"]
    form = FORMATS.get(name)
    try:
        if form is None:
            raise NotFoundError(f"{name}: there is no such format (there are: {', '.join(FORMATS)})")
        visit = visit_of(request)
        _check(name, visit.question)
        held = answers.holdings(visit.ledger, visit.question, request.app.state.site.now())
    except MemconError as error:
        return problem(request, error)
    if not _ONE_AT_A_TIME.acquire(blocking=False):
        return told(request, 503, "another export is being made: try again in a minute", is_json=False)
    return _packed(form, held) if form.shape == "folder" else _streamed(form, held)


def _check(name: str, question: Question) -> None:
    if name == "tracks" and (question.who or question.acts):
        raise MemconError("tracks have no speakers and acts (leave out who and act)")


def track_memo(request: Request) -> Response:
    """The memo of a track, to print or send."""
    ident = request.path_params["ident"]

    def made(now: datetime) -> Paper:
        visit = visit_of(request)
        return memos.of_track(visit.ledger, visit.question.but(track=ident), now)

    return _memo(request, f"memcon-{ident[:10]}", made)


def day_memo(request: Request) -> Response:
    """The memo of a day."""
    day = request.path_params["day"]

    def made(now: datetime) -> Paper:
        visit = visit_of(request)
        return memos.of_day(visit.ledger, visit.question, day, now)

    return _memo(request, f"memcon-{day}", made)


def _memo(request: Request, name: str, made: Callable[[datetime], Paper]) -> Response:
    kind, now = request.path_params["kind"], request.app.state.site.now()
    try:
        if kind not in MEMOS:
            raise NotFoundError(f"{kind}: a memo is written as one of {', '.join(MEMOS)}")
        paper = made(now)
    except MemconError as error:
        return problem(request, error)
    content = pdf(paper, now) if kind == "pdf" else html(paper) if kind == "html" else markdown(paper)
    body = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
    return Response(body, headers=_named(f"{name}.{kind}"), media_type=MEMOS[kind])


def _streamed(form: Format, held: Holdings) -> Response:
    ending = _ENDINGS.get(form.name, form.name)

    def pieces() -> Iterator[bytes]:
        try:
            for piece in form.pieces(held):
                yield piece.encode("utf-8", "replace")
        finally:
            _ONE_AT_A_TIME.release()

    name = f"memcon-{form.name}.{ending}"
    return StreamingResponse(pieces(), headers=_named(name), media_type=_MEDIA_TYPES.get(ending, "text/plain"))


def _packed(form: Format, held: Holdings) -> Response:
    """The files of a folder in a zip, made beside and given whole."""
    folder = Path(tempfile.mkdtemp(prefix="memcon-export-"))
    try:
        inner = folder / form.name
        inner.mkdir()
        form.write(held, lambda name: (inner / name).open("xb"))
        target = folder / f"memcon-{form.name}.zip"
        with ZipFile(target, "w", ZIP_DEFLATED) as packed:
            for one in sorted(inner.iterdir()):
                packed.write(one, one.name)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    finally:
        _ONE_AT_A_TIME.release()
    return _Given(target, folder)


class _Given(FileResponse):
    """A file that goes with its folder when it was given."""

    def __init__(self, path: Path, folder: Path) -> None:
        super().__init__(path, headers=_named(path.name), media_type="application/zip")
        self._folder = folder

    async def __call__(self, *given: object) -> None:
        """Give the file, and take its folder away."""
        try:
            await super().__call__(*given)  # type: ignore[arg-type]
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)


def _named(name: str) -> dict[str, str]:
    safe = "".join(each if each.isalnum() or each in "-._" else "-" for each in name if each.isascii())
    return {"Content-Disposition": f'attachment; filename="{safe}"'}

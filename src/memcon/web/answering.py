"""From a request to an answer: the visit, the page, and HTML or JSON; mistakes in one line."""

from __future__ import annotations

import inspect
import logging
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, PlainTextResponse, Response

import memcon
from memcon.desk.shelf import SPACE
from memcon.errors import LedgerError, MemconError
from memcon.export.calm import calm
from memcon.questions.bar import bar_of
from memcon.questions.naming import NotFoundError
from memcon.questions.question import WORDS, asked
from memcon.web.pages.about import Problem
from memcon.web.parts.links import Links
from memcon.web.render import Frame, static, to_html, to_json
from memcon.web.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from memcon.web.login import Session
    from memcon.web.render import Page

COOKIE = "memcon_session"
_log = logging.getLogger("memcon.web")
_KINDS = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
_THEN = ("as-of", "recorded-as-of")
_CARRIED = (*_THEN, "at-least")
_LONGEST = 8000  # characters of an address


def html_of(make: Callable[..., Page]) -> Callable[[Request], Response]:
    """The endpoint that shows a page."""
    return _endpoint(make, is_json=False)


def json_of(make: Callable[..., Page]) -> Callable[[Request], Response]:
    """The endpoint that gives a page's data."""
    return _endpoint(make, is_json=True)


def _endpoint(make: Callable[..., Page], *, is_json: bool) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        try:
            visit = visit_of(request)
            return kept(request, visit, lambda: _page(request, visit, make, is_json=is_json), _kind(is_json=is_json))
        except MemconError as error:
            return problem(request, error, is_json=is_json)

    answer.__name__ = f"{make.__name__}_{'json' if is_json else 'html'}"
    return answer


def _page(request: Request, visit: Visit, make: Callable[..., Page], *, is_json: bool) -> bytes:
    page = make(visit, **request.path_params) if inspect.signature(make).parameters else make()
    return _body(request, page, visit, is_json=is_json)


def kept(request: Request, visit: Visit, make: Callable[[], bytes], media_type: str) -> Response:
    """What `make` gives, or gave before if nothing has changed; for who is logged in it is made for them alone."""
    mark = _mark(request, visit)
    if mark in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={"ETag": mark})
    answers, address = request.app.state.answers, str(request.url)
    body = None if visit.session else answers.get(address, mark)
    if body is None:
        body = make()
        if visit.session is None:
            answers.keep(address, mark, body)
    return Response(body, headers={"ETag": mark, "Cache-Control": "no-cache"}, media_type=media_type)


def visit_of(request: Request) -> Visit:
    """What is asked, by whom. Raises `MemconError` where the address makes no sense."""
    if len(request.url.query) > _LONGEST:
        raise MemconError(f"the address is longer than {_LONGEST} characters")
    pairs = request.query_params.multi_items()
    given: dict[str, list[str]] = {}
    for word, value in pairs:
        given.setdefault(word, []).append(value)
    site = request.app.state.site
    question = asked(given)
    if question.at_least is None and site.at_least:
        question = question.but(at_least=site.at_least)
    return Visit(
        ledger=site.ledger,
        glances=request.app.state.glances,
        question=question,
        links=Links(question.as_of, question.at_least),
        today=site.today(),
        values={word: values[-1] for word, values in given.items() if word not in WORDS},
        session=session_of(request),
        can_review=request.app.state.door is not None,
        bar=bar_of(site.ledger, question),
    )


def base_of(request: Request) -> str:
    """The address of the site, for what is read elsewhere: feeds, calendars, files."""
    given: str = request.app.state.site.base
    return given or str(request.base_url).rstrip("/")


def session_of(request: Request) -> Session | None:
    """Who is logged in."""
    door = request.app.state.door
    found: Session | None = door.session(request.cookies.get(COOKIE)) if door else None
    return found


def shown(
    request: Request,
    page: Page,
    visit: Visit | None,
    *,
    is_json: bool = False,
    status: int = 200,
) -> Response:
    """A page as an answer that depends on this request alone."""
    body = _body(request, page, visit, is_json=is_json)
    return Response(body, status, {"Cache-Control": "no-store"}, _kind(is_json=is_json))


def _body(request: Request, page: Page, visit: Visit | None, *, is_json: bool) -> bytes:
    frame = _frame(request, visit)
    content = to_json(page, frame) if is_json else to_html(page, frame)
    return content.encode("utf-8", "replace")  # a lone surrogate, which some broken reports hold, has no form in UTF-8


def _kind(*, is_json: bool) -> str:
    return "application/json" if is_json else "text/html; charset=utf-8"


def problem(request: Request, error: MemconError, *, is_json: bool = False) -> Response:
    """What is wrong, in one line."""
    status = 404 if isinstance(error, NotFoundError) else 503 if isinstance(error, LedgerError) else 400
    if status == 503:
        _log.error("%s", error)
    return told(request, status, " ".join(calm(str(error)).split()), is_json=is_json)


def not_found(request: Request, error: Exception) -> Response:
    """An address that nothing has, or that takes no such request."""
    status = int(getattr(error, "status_code", 404))
    words = "this address takes no such request" if status == 405 else "there is no such page"
    return told(request, status, words, is_json=request.url.path.endswith(".json"))


def failed(request: Request, error: Exception) -> Response:
    """A fault of ours: the log has it, the page says so."""
    _log.error("%s failed: %s: %s", request.url.path, type(error).__name__, error, exc_info=error)
    return told(
        request, 500, "memcon failed on this page; its log says where", is_json=request.url.path.endswith(".json")
    )


def static_file(request: Request) -> Response:
    """A file of our own."""
    name = request.path_params["name"]
    kind = next((kind for ending, kind in _KINDS.items() if name.endswith(ending)), None)
    try:
        content, mark = static(name) if kind and "/" not in name and "\\" not in name else (b"", "")
    except (FileNotFoundError, ValueError):
        mark = ""
    if not mark:
        return PlainTextResponse("there is no such file\n", 404)
    return Response(content, headers={"Cache-Control": "public, max-age=31536000, immutable"}, media_type=kind)


def health(request: Request) -> Response:
    """Whether the ledger answers, and how far the pages are behind it."""
    ledger = request.app.state.site.ledger
    try:
        head, seen = ledger.head().seq, ledger.computed_head(SPACE)
    except MemconError as error:
        return JSONResponse({"ok": False, "problem": calm(str(error))}, 503)
    return JSONResponse({"ok": True, "memcon": memcon.__version__, "entries": head, "put_together": seen})


def told(request: Request, status: int, words: str, *, is_json: bool) -> Response:
    """A page that says in one line what went wrong."""
    title = "That did not work" if status != 404 else "Not found"
    is_then = any(request.query_params.get(word) for word in _THEN)
    now_href = _frame(request, None).now_href if is_then and request.method == "GET" else ""
    page = Problem(title=title, status=status, problem=words, now_href=now_href)
    return shown(request, page, None, is_json=is_json, status=status)


def _frame(request: Request, visit: Visit | None) -> Frame:
    site = request.app.state.site
    return Frame(
        path=request.url.path.removesuffix(".json") if request.url.path != "/index.json" else "/",
        pairs=[(word, value) for word, value in request.query_params.multi_items() if word not in _CARRIED and value],
        as_of=visit.question.as_of if visit else Links().as_of,
        at_least=visit.question.at_least if visit else None,
        hidden=len(visit.bar.hidden) if visit else 0,
        session=session_of(request),
        can_review=request.app.state.door is not None,
        today=site.today().isoformat(),
        has_data=visit is not None,
    )


def _mark(request: Request, visit: Visit) -> str:
    """What the answer depends on: as long as it is the same, so is the answer.

    Where this server keeps the desk in step, pages change when the desk does; else, with every entry of another program too.
    """
    session = visit.session.csrf[:8] if visit.session else ""
    head = "" if request.app.state.site.is_kept_in_step else visit.ledger.head().seq
    heads = f"{head}.{visit.ledger.computed_head(SPACE)}"
    return f'W/"{memcon.__version__}.{heads}.{visit.today:%y%m%d}.{session}.{static("site.css")[1]}"'

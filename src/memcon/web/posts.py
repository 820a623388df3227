"""What is sent to the desk: logging in and out, and judgements. Only from our own pages, and only of who is logged in."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote

from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from memcon import desk
from memcon.errors import MemconError
from memcon.questions.deciding import Judge
from memcon.web.answering import COOKIE, problem, session_of, shown, told
from memcon.web.login import LASTS
from memcon.web.pages.review import Login
from memcon.web.security import is_from_here

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.requests import Request

    from memcon.web.login import Session

_LARGEST = 64 * 1024  # bytes of a form
_FIELDS = ("status", "number", "when", "where", "changed_by", "title", "parties", "mediators", "about", "matter")


def login_form(request: Request) -> Response:
    """The form to log in; without a token there is no review, and no form."""
    if request.app.state.door is None:
        return told(request, 404, "there is no review here (set MEMCON_REVIEW_TOKEN to have one)", is_json=False)
    return _login(request, request.query_params.get("next", ""), "")


async def log_in(request: Request) -> Response:
    """Let in who knows the token."""
    door = request.app.state.door
    if door is None:
        return login_form(request)
    form = await _form(request)
    if form is None or not is_from_here(request):
        return told(request, 403, "this form was not sent from a page of this desk", is_json=False)
    if door.is_shut:
        return _login(
            request, form.get("next", ""), "Too many wrong tokens were tried. Wait a quarter of an hour.", 429
        )
    name = form.get("name", "").strip()
    if not name:
        return _login(request, form.get("next", ""), "Give your name: each judgement is kept under it.", 400)
    key = door.open(name, form.get("token", ""))
    if key is None:
        return _login(request, form.get("next", ""), "This is not the token.", 403)
    answer = RedirectResponse(_next(form), 303)
    is_safe = request.url.scheme == "https" or request.app.state.site.base.startswith("https:")
    answer.set_cookie(COOKIE, key, max_age=int(LASTS), httponly=True, samesite="strict", secure=is_safe)
    return answer


async def log_out(request: Request) -> Response:
    """End the session."""
    form = await _form(request)
    if form is None or not _is_theirs(request, form):
        return told(request, 403, "this form was not sent from a page of this desk", is_json=False)
    request.app.state.door.close(request.cookies.get(COOKIE))
    answer = RedirectResponse("/review", 303)
    answer.delete_cookie(COOKIE)
    return answer


async def judge(request: Request) -> Response:
    """Record a judgement, and go back to where it was made."""
    form = await _form(request)
    session = session_of(request)
    if session is None:
        return told(request, 401, "log in to judge", is_json=False)
    if form is None or not _is_theirs(request, form):
        return told(request, 403, "this form was not sent from a page of this desk", is_json=False)
    try:
        await run_in_threadpool(_judge, request, session, form)
    except MemconError as error:
        return problem(request, error)
    return RedirectResponse(_next(form), 303)


def _judge(request: Request, session: Session, form: Mapping[str, str]) -> None:
    site = request.app.state.site
    person = Judge(site.ledger, by=session.name, reason=form.get("reason", ""), now=site.now())
    ident, other = form.get("id", ""), form.get("other", "").strip()
    if not ident:
        raise MemconError("the form does not say what is judged")
    actions: Mapping[str, Callable[[], object]] = {
        "accept": lambda: person.accept(ident),
        "reject": lambda: person.reject(ident),
        "correct": lambda: person.correct(ident, _changes(form)),
        "join": lambda: person.join(ident, other),
        "split": lambda: person.split(ident, other),
        "undo": lambda: person.undo(ident),
    }
    action = actions.get(form.get("action", ""))
    if action is None:
        raise MemconError(f"{form.get('action', '')}: there is no such judgement (there are: {', '.join(actions)})")
    action()
    desk.update(site.ledger)


def _changes(form: Mapping[str, str]) -> list[str]:
    """The fields that were filled in, and are not as they were."""
    changes = [
        f"{name}={form[name].strip()}"
        for name in _FIELDS
        if name in form and form[name].strip() != form.get(f"was-{name}", "").strip()
    ]
    if not changes:
        raise MemconError("nothing was changed in the form")
    return changes


def _is_theirs(request: Request, form: Mapping[str, str]) -> bool:
    session = session_of(request)
    return session is not None and is_from_here(request) and form.get("csrf") == session.csrf


async def _form(request: Request) -> dict[str, str] | None:
    """The fields of a form; ``None`` where it is larger than any of ours, or none at all."""
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        return None
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LARGEST:
            return None
    try:
        fields = parse_qs(body.decode(), keep_blank_values=True, max_num_fields=100)
    except ValueError:
        return None
    return {name: values[-1] for name, values in fields.items()}


def _next(form: Mapping[str, str]) -> str:
    """A page of our own to go on to; another site's address leads to the review."""
    path = form.get("next", "")
    is_ours = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return quote(path, safe="/?&=#%-._~:+") if is_ours else "/review"


def _login(request: Request, path: str, message: str, status: int = 200) -> Response:
    page = Login(title="Log in to review", next=_next({"next": path}), message=message)
    return shown(request, page, None, status=status)

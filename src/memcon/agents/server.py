"""The server: the tools, resources and prompt by their names, and how an answer or a mistake reaches the assistant."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Annotated, Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ResourceError, ToolError
from mcp.types import CallToolResult, TextContent, ToolAnnotations
from pydantic import ValidationError

import memcon
from memcon.agents import guide
from memcon.agents.calming import on_one_line, seen, seen_json
from memcon.agents.changes import what_changed
from memcon.agents.comparing import compare_track
from memcon.agents.dossier import show_track
from memcon.agents.persons import find_person
from memcon.agents.reports import show_report
from memcon.agents.resources import report_text, track_text
from memcon.agents.searching import search
from memcon.agents.statements import search_statements
from memcon.agents.tracks import find_tracks
from memcon.agents.words import words_behind
from memcon.errors import MemconError
from memcon.questions.naming import WHERE_IDS_ARE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from memcon.agents.answer import Answer
    from memcon.agents.book import Book
    from memcon.ledger import Ledger

# Each tool with its name for people.
TOOLS: Mapping[Callable[..., Answer], str] = {
    find_tracks: "Find talks and how they stand",
    show_track: "Show the dossier of a track",
    compare_track: "Compare a track on two days",
    what_changed: "What became known since a day",
    search_statements: "Who said what",
    words_behind: "The exact words behind a claim",
    search: "Search the text of reports",
    show_report: "Show a report",
    find_person: "Find a person",
}
_READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
_WHERE_IDS_ARE = "find_tracks, what_changed, search_statements and search give ids"


class Server(MCPServer[Any]):
    """The protocol library's server, which answers a call that makes no sense in one line, as memcon does elsewhere."""

    async def call_tool(self, name: str, arguments: dict[str, Any], context: Any = None) -> Any:
        """Call a tool; a null counts as an argument left out. Raises `ToolError` with one line."""
        given = {word: value for word, value in arguments.items() if value is not None}
        await self._refuse_unknown(name, given)
        try:
            return await super().call_tool(name, given, context)
        except ToolError as error:
            match error.__cause__:
                case ValidationError() as cause:
                    raise ToolError(f"{name}: {_told(cause)}") from cause
                case ToolError() as cause:
                    raise ToolError(f"{name}: {cause}") from cause.__cause__
            raise

    async def _refuse_unknown(self, name: str, given: Mapping[str, Any]) -> None:
        """An argument that is passed over in silence would give an answer to another question."""
        for tool in await self.list_tools():
            known = tool.input_schema.get("properties", {})
            if tool.name == name and (unknown := [word for word in given if word not in known]):
                raise ToolError(
                    f"{name}: there is no argument {on_one_line(unknown[0])} (there are: {', '.join(known)})"
                )


def build(book: Book) -> Server:
    """The server that answers from `book`."""
    server = Server(
        name="memcon",
        title="memcon: who said what to whom, on whose word",
        version=memcon.__version__,
        instructions=guide.INSTRUCTIONS,
        log_level="WARNING",
    )
    for function, title in TOOLS.items():
        server.add_tool(_tool(book, function), title=title, annotations=_READS, structured_output=True)
    _add_resources(server, book)
    server.prompt(title="Brief on talks")(guide.brief)
    return server


def _tool(book: Book, function: Callable[..., Answer]) -> Callable[..., CallToolResult]:
    """`function` as the protocol calls it: without the ledger, its answer in words and as fields, its mistakes as tool errors."""

    def call(**given: Any) -> CallToolResult:
        try:
            with book.asked() as (ledger, notes):
                answer = function(ledger, **given)
        except MemconError as error:
            raise ToolError(_line(error)) from error
        return _result(answer.model_copy(update={"notes": (*answer.notes, *notes)}))

    asked = inspect.signature(function, eval_str=True)
    parameters = list(asked.parameters.values())[1:]
    returns = Annotated[CallToolResult, asked.return_annotation]
    call.__name__, call.__doc__ = function.__name__, inspect.getdoc(function)
    call.__signature__ = asked.replace(parameters=parameters, return_annotation=returns)  # type: ignore[attr-defined]
    return call


def _result(answer: Answer) -> CallToolResult:
    text = TextContent(type="text", text=seen(answer.in_words()))
    return CallToolResult(content=[text], structured_content=seen_json(answer.model_dump(mode="python")))


def _add_resources(server: Server, book: Book) -> None:
    def read(text: Callable[[Ledger, str], str], ident: str) -> str:
        try:
            with book.asked() as (ledger, notes):
                return "\n".join([text(ledger, ident), *notes])
        except MemconError as error:
            raise ResourceError(_line(error)) from error

    @server.resource("memcon://track/{id}", title="A track", mime_type="text/plain")
    def track(id: str) -> str:  # noqa: A002 - the address's word
        """The dossier of a track: its rounds, who has what on record, conditions, mediation, sources."""
        return read(track_text, id)

    @server.resource("memcon://report/{id}", title="A report", mime_type="text/plain")
    def report(id: str) -> str:  # noqa: A002 - the address's word
        """A report: what was read from it, and its text."""
        return read(report_text, id)


def _line(error: MemconError) -> str:
    return on_one_line(str(error).replace(WHERE_IDS_ARE, _WHERE_IDS_ARE))


def _told(error: ValidationError) -> str:
    """The first thing that is wrong with arguments: which one, and what is wanted."""
    first = error.errors(include_url=False)[0]
    where = ".".join(str(part) for part in first["loc"]) or "the arguments"
    return on_one_line(f"{where}: {first['msg'][:1].lower()}{first['msg'][1:]}")

"""News pages printed to text: head, body and foot told apart by their forms."""

from __future__ import annotations

from textwrap import dedent

import pytest

from memcon.reports.clean import clean
from memcon.reports.page import Page, read_page

FIRST = "Ruritania's foreign minister Arno Velt said Monday that talks with Borduria would resume in Vienna next week."
SECOND = '"We hope for a frank exchange," Velt told reporters in Strelsau after a meeting of the cabinet.'
THIRD = "Borduria's ministry has not yet commented on the date."
BODY = (FIRST, SECOND, THIRD)


def page(text: str) -> Page:
    """Read a page as the text reader does."""
    return read_page(clean(text))


def test_printed_page() -> None:
    """The common form: leading blanks, title, date line, caption, links in mid-text, address with a blank in it."""
    read = page(
        f"""\xa0


Velt Says Talks With Borduria to Resume

May 6, 2024



Velt in Strelsau. Jan Moor / Ruritanian Press Agency

{FIRST.replace("said", "<u>said</u>")}

Related article: Neighbours, Not Friends: Borduria's Role in the River Dispute

{SECOND}

{THIRD}

Original url:

https://www.herald.example/2024/05/06/velt-says-talks-with-bord uria-to-resume-a1234
"""
    )
    assert read == Page(
        "Velt Says Talks With Borduria to Resume",
        "2024-05-06",
        "",
        "https://www.herald.example/2024/05/06/velt-says-talks-with-borduria-to-resume-a1234",
        BODY,
    )


HEADS = [
    # head of the page, title, published
    (
        "Velt Says Talks to Resume in Vienna\n\nBy Ida Kron\n\nMay 6, 2024",
        "Velt Says Talks to Resume in Vienna",
        "2024-05-06",
    ),
    (
        "WORLD\n\nVelt Says Talks to Resume in Vienna\n\nBy Ida Kron | May 6, 2024",
        "Velt Says Talks to Resume in Vienna",
        "2024-05-06",
    ),
    ("Velt Says Talks to Resume\nMay 6, 2024", "Velt Says Talks to Resume", "2024-05-06"),
    ("May 6, 2024\n\nVelt Says Talks to Resume", "Velt Says Talks to Resume", "2024-05-06"),
    ("Velt Says Talks to Resume", "Velt Says Talks to Resume", ""),
    ("Will Talks With Borduria Resume?\n\n6 May 2024", "Will Talks With Borduria Resume?", "2024-05-06"),
    (
        "Velt says talks to resume\n\nMinister hopes for 'frank exchange' with the neighbour next week.\n\nMon 6 May 2024 14.03 BST",
        "Velt says talks to resume",
        "2024-05-06",
    ),
    (
        "Velt says talks to resume\n\nPublished: May 6, 2024 10:03 AM EDT\n\nUpdated: May 7, 2024\n\n3 min read\n\nShare\n\nFacebook",
        "Velt says talks to resume",
        "2024-05-06",
    ),
    ("Title: Velt says talks to resume\nSource: Herald\nMay 6, 2024", "Velt says talks to resume", "2024-05-06"),
    ("Velt: talks to resume in Vienna | Reuters\n\nMay 6, 2024", "Velt: talks to resume in Vienna", "2024-05-06"),
    ("Velt says talks to resume in U.S.\n\nMay 6, 2024", "Velt says talks to resume in U.S.", "2024-05-06"),
    (
        "5/7/24, 9:15 AM Velt says talks to resume - Reuters\n\nWorld\n\nVelt says talks to resume\n\nMay 6, 2024",
        "Velt says talks to resume",
        "2024-05-06",
    ),
    (
        "Velt, Kron to Meet May 8, 2024 in Vienna\n\nMay 6, 2024",
        "Velt, Kron to Meet May 8, 2024 in Vienna",
        "2024-05-06",
    ),
    ("", "", ""),
]


@pytest.mark.parametrize(("head", "title", "published"), HEADS)
def test_reads_head(head: str, title: str, published: str) -> None:
    """Title and day come out of the head, and none of it is body."""
    read = page(head + "\n\n" + "\n\n".join(BODY))
    assert (read.title, read.published, read.paragraphs) == (title, published, BODY)


CAPTIONS = [
    "Arno Velt arrives for talks in Geneva on Monday. (AP Photo/Ida Kron)",
    "Arno Velt arrives for talks in Geneva on Monday. [Photo/Xinhua]",
    "Arno Velt arrives for talks in Geneva. Ida Kron / AFP",
    "Arno Velt arrives for talks. REUTERS/Ida Kron",
    "Arno Velt arrives for talks. REUTERS/Ida Kron/File Photo",
    "FILE - Ruritania's foreign minister Arno Velt speaks in Geneva, May 2, 2024.",
    "Arno Velt and his counterpart shake hands. [File: Ida Kron/AP Photo]",
    "Photo: Ida Kron / Getty Images",
    "Photograph: Ida Kron/AFP/Getty Images",
    "The ministry's seat in Strelsau. Photo by Ida Kron.",
    "Arno Velt in Strelsau. kremlin.ru",
    "Image source, Getty Images",
    "Image caption, Arno Velt has been minister since 2019.",
    "(Xinhua/Ida Kron)",
    "The bridge at the border. Ida Kron for The Herald / via Reuters",
    "Arno Velt, left, with his host. © Ida Kron",
    "Arno Velt. Ida Kron, TASS",
]

NO_BODY = [
    *CAPTIONS,
    "Related article: Neighbours, Not Friends",
    "Related: Neighbours, not friends",
    "RELATED: Neighbours, not friends: what the river means.",
    "Read also: Neighbours, not friends",
    "Read more: Neighbours, not friends",
    "READ MORE | Neighbours, not friends",
    "See also: Neighbours, not friends",
    "See also – Neighbours, not friends",
    "Also read: Neighbours, not friends",
    "ALSO READ | Neighbours, not friends",
    "Watch: Velt's press conference",
    "More on this story: Neighbours, not friends",
    "You may also like: Ten facts about the river",
    "Analysis: What the river means for both",
    "Opinion | Talk, then talk again",
    "Explainer: Who owns the river?".removesuffix("?"),
    "Read more about: Ruritania , Borduria",
    "Sign up for our free weekly newsletter and get the news of the region each Friday.",
    "Subscribe to our newsletter",
    "Our weekly newsletter contains a hand-picked selection of news. Subscribers agree to the Privacy Policy.",
    "Follow us on Twitter and Facebook.",
    "Follow Herald World on Telegram for more.",
    "Advertisement",
    "ADVERTISEMENT",
    "Share",
    "Story continues below advertisement",
    "Get the latest news delivered to your inbox.",
    "Click here to read more.",
    "(Reporting by Ida Kron; Editing by Jan Moor)",
    "Reporting by Ida Kron in Strelsau; additional reporting by Jan Moor; editing by Anna Bly",
    "Associated Press writer Ida Kron in Vienna contributed to this report.",
    "Enditem",
    "Copyright 2024 The Herald. All rights reserved.",
    "© 2024 The Herald",
    "___",
    "* * *",
    "Comments",
]


@pytest.mark.parametrize("paragraph", NO_BODY)
def test_leaves_out_what_is_no_body(paragraph: str) -> None:
    """Captions, links to other reports, calls to subscribe and sign-offs are no body, wherever they stand."""
    middle = page(f"Velt says talks to resume\n\nMay 6, 2024\n\n{FIRST}\n\n{paragraph}\n\n{SECOND} {THIRD}")
    end = page(f"Velt says talks to resume\n\nMay 6, 2024\n\n{FIRST}\n\n{SECOND}\n\n{paragraph}")
    assert end.paragraphs == (FIRST, SECOND)
    assert middle.paragraphs[:2] in {(FIRST, f"{SECOND} {THIRD}"), (FIRST,)}


@pytest.mark.parametrize("caption", CAPTIONS)
def test_leaves_out_caption_in_head(caption: str) -> None:
    """A caption between date line and body is no body, and not the title."""
    read = page(f"Velt says talks to resume\n\nMay 6, 2024\n\n{caption}\n\n{FIRST}\n\n{SECOND}")
    assert (read.title, read.paragraphs) == ("Velt says talks to resume", (FIRST, SECOND))


KEPT = [
    "Related talks on the river's waters broke down in March, and no side has asked for more since then.",
    "More talks are planned for June, the minister's spokesman said.",
    "Read aloud at the meeting, the letter from Strelsau drew no answer from the envoy.",
    '"No," he said.',
    "What Velt wants",
    "Read together, the two statements leave room for a deal: “We are ready,” says one, “we wait,” the other.",
    "The two agreed on three points:",
    "• an exchange of prisoners",
    "Reporting by both sides on troop movements would begin in June, the accord says, and monitors from six states would check what has been reported.".replace(
        "Reporting by", "Reports by"
    ),
    "Reuters reported on Monday that the talks had been put off.",
    "The minister spoke to the Xinhua news agency (Xinhua is Borduria's chief source abroad).",
    "Photos of the two ministers shaking hands were shown on state television on Sunday.",
    "“Follow the law,” he told the envoy.",
    "Source of the quarrel is the river that both claim.",
]


@pytest.mark.parametrize("paragraph", KEPT)
def test_keeps_body(paragraph: str) -> None:
    """Paragraphs that only look a little like a page's furniture stay."""
    read = page(f"Velt says talks to resume\n\nMay 6, 2024\n\n{FIRST}\n\n{paragraph}\n\n{SECOND}")
    assert read.paragraphs == (FIRST, paragraph, SECOND)


def test_drops_list_of_links_under_label() -> None:
    """The headlines under a label that stands alone are no body."""
    read = page(
        f"Velt says talks to resume\n\nMay 6, 2024\n\n{FIRST}\n\nRelated\n\nRiver rises again\n\nEnvoys named\n\n{SECOND}"
    )
    assert read.paragraphs[0] == FIRST
    assert "River rises again" not in read.paragraphs
    assert "Envoys named" not in read.paragraphs


def test_stops_at_the_foot() -> None:
    """Nothing under a line that begins the rest of the page is body."""
    foot = "Most read\n\nA bridge too far was built in the north of the land, officials say."
    assert page(f"Talks to resume\n\nMay 6, 2024\n\n{FIRST}\n\n{SECOND}\n\n{foot}").paragraphs == (FIRST, SECOND)


ADDRESSES = [
    "Original url:\n\nhttps://www.herald.example/2024/05/06/talks-to-res ume-a1",
    "Original url: https://www.herald.example/2024/05/06/talks-to-res ume-a1",
    "Original URL:\nhttps://www.herald.example/2024/05/06/talks-to-res\nume-a1",
    "URL: https://www.herald.example/2024/05/06/talks-to-resume-a1",
    "Source: https://www.herald.example/2024/05/06/talks-to-resume-a1",
    "Read the original article at https://www.herald.example/2024/05/06/talks-to-resume-a1",
    "https://www.herald.example/2024/05/06/talks-to-resume-a1",
    "<https://www.herald.example/2024/05/06/talks-to-resume-a1>",
    "https://www.herald.example/2024/05/06/talks-to-resume-a1 1/3",
    "Link: www.herald.example/2024/05/06/talks-to-resume-a1",
    "Original url:\n\nhttps://www.herald.example/2024/05/06/ talks-to- resume-a1",
]


@pytest.mark.parametrize("foot", ADDRESSES)
def test_reads_address(foot: str) -> None:
    """The page's address comes out whole, and is no body."""
    read = page(f"Talks to resume\n\nMay 6, 2024\n\n{FIRST}\n\n{SECOND}\n\n{foot}")
    assert read.url == "https://www.herald.example/2024/05/06/talks-to-resume-a1"
    assert read.paragraphs == (FIRST, SECOND)


def test_undoes_hard_wrap() -> None:
    """Lines filled to the page's width are joined, with blank lines or indents between paragraphs or without."""
    wrapped = dedent(
        """\
        Velt says talks to resume

        May 6, 2024

        Ruritania's foreign minister Arno Velt said Monday that talks with
        Borduria would resume in Vienna next week.

        "We hope for a frank exchange," Velt told reporters in Strelsau after a
        meeting of the cabinet.

        Borduria's ministry has not yet commented on the date.
        """
    )
    assert page(wrapped).paragraphs == BODY
    assert page(wrapped.replace("\n\n", "\n")).paragraphs == BODY


def test_keeps_lines_that_are_paragraphs() -> None:
    """Where no blank lines part them, long lines are paragraphs of their own."""
    assert page("\n".join(["Talks to resume", "May 6, 2024", *BODY])).paragraphs == BODY


def test_dateline_begins_the_body() -> None:
    """Agency copy without date line: all before the dateline is head."""
    copy = f"VIENNA, May 6 (Reuters) - {FIRST}"
    read = page(f"Talks to resume - minister\n\n{copy}\n\n{SECOND}")
    assert (read.title, read.paragraphs) == ("Talks to resume - minister", (copy, SECOND))


def test_nothing_but_paragraphs() -> None:
    """A text without head has no title, and all of it is body."""
    assert page("\n\n".join(BODY)) == Page("", "", "", "", BODY)


def test_one_line_is_body() -> None:
    """A text of one line is body even if it could be a title."""
    assert page("Velt met Kron in Vienna on Monday").paragraphs == ("Velt met Kron in Vienna on Monday",)


def test_strips_marks_that_cannot_be_seen() -> None:
    """Zero-width and direction marks, NULs, soft hyphens and left-over tags go; quotes stay as they are."""
    read = page("The min\u00adister\u200b said\0 on \u202bMonday\u202c: <b>“no”</b> and 'yes' &amp; \"perhaps\".")
    assert read.paragraphs == ("The minister said on Monday: “no” and 'yes' & \"perhaps\".",)

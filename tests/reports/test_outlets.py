"""Outlets by host and in titles; languages."""

from __future__ import annotations

import pytest

from memcon.reports import english, outlets

HOSTS = [
    ("https://www.themoscowtimes.com/2024/05/06/a", "The Moscow Times"),
    ("https://edition.cnn.com/a", "CNN"),
    ("https://en.mehrnews.com/news/1", "Mehr News Agency"),
    ("http://www.xinhuanet.com/english/1.htm", "Xinhua"),
    ("https://english.news.cn/1", "Xinhua"),
    ("https://timesofindia.indiatimes.com/x", "The Times of India"),
    ("https://news.un.org/en/story", "UN News"),
    ("https://www.un.org/press", "United Nations"),
    ("apnews.com/article/x", "AP News"),
    ("https://herald.example/a", ""),
    ("https://notcnn.com/a", ""),
    ("https://com/a", ""),
    ("http://[bad", ""),
    ("", ""),
]

TITLES = [
    ("Talks to resume - Reuters", "Talks to resume", "Reuters"),
    ("Talks to resume | World | CNN", "Talks to resume | World", "CNN"),
    ("Reuters | Talks to resume", "Talks to resume", "Reuters"),
    ("Talks to resume - minister", "Talks to resume - minister", ""),
    ("Talks to resume", "Talks to resume", ""),
    ("", "", ""),
]


@pytest.mark.parametrize(("url", "name"), HOSTS)
def test_outlet_by_host(url: str, name: str) -> None:
    """A known host or one under it names the outlet; no other does."""
    assert outlets.of_address(url) == name


@pytest.mark.parametrize(("title", "bare", "name"), TITLES)
def test_outlet_in_title(title: str, bare: str, name: str) -> None:
    """A known outlet's name is taken off a title."""
    assert outlets.split_title(title) == (bare, name)


OTHER = [
    ("Der Außenminister sagte am Montag, dass die Gespräche in Wien fortgesetzt werden.", "German (de)"),
    ("El ministro dijo el lunes que las conversaciones se reanudarán en Viena.", "Spanish (es)"),
    ("Министр заявил в понедельник, что переговоры возобновятся.", "Russian (ru)"),
    ("وزیر امور خارجه روز دوشنبه گفت که مذاکرات در وین از سر گرفته می‌شود.", "Persian (fa)"),
    ("外交部发言人星期一说,会谈将在维也纳恢复。", "Chinese (zh)"),
    ("Bakan, görüşmelerin Viyana'da yeniden başlayacağını söyledi.", "Turkish (tr)"),
    ("Menteri mengatakan pada hari Senin bahwa pembicaraan akan dilanjutkan di Wina.", "Indonesian (id)"),
]

ENGLISH = [
    "Shirvani spoke at a forum in Isfahan.",
    "Prime Minister Matteo Renzi resigns.",
    "Zalmay Khalilzad meets Mohammed bin Abdulrahman Al Thani in Doha.",
    "The president of São Tomé and Príncipe turns down what Héctor Paz de Oliveira had put to him.",
    "Bolivian Minister Raúl Quispe raises duties on Peruvian onions by 12%.",
    "Norway opens a consulate in Tromsø again after nine years, its minister Åse Bjørnsdøtter tells the press.",
    "Chilean president Lucía Fuenzalida puts her name to a decree that ends the ban on Bolivian salt, officials say.",
    "IRAN, RUSSIA HOLD TALKS IN TEHRAN",
    "Talks.",
    "",
    "1234",
]


@pytest.mark.parametrize(("text", "name"), OTHER)
def test_other_language(text: str, name: str) -> None:
    """A sentence in another language is known as such."""
    assert english.other_language(text) == name


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    """English is not taken for another language, however short or full of foreign names."""
    assert english.other_language(text) == ""


@pytest.mark.parametrize(
    ("field", "said"),
    [("en", True), ("EN-us", True), ("eng", True), ("English", True), ("en_GB", True), ("ru", False), ("enm x", False)],
)
def test_language_field(field: str, said: bool) -> None:
    """A language field names English by code or word."""
    assert english.says_english(field) == said

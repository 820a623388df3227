"""The desk as web pages: every page is a typed context, shown as HTML and, at the same address with ``.json``, as data.

::

    address | Question | pages.*: a frozen dataclass | render: HTML, or JSON

No page needs JavaScript, nothing comes from another host, and what reports say is only ever shown as text.
"""

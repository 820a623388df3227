"""Under which licence each package is that memcon needs, as it says itself; ``python -m tests.licences`` writes docs/licences.md.

A licence is compatible with MIT where memcon, under MIT, may use the package as it is: permissive licences, and those that ask for
their own terms only for the package itself (MPL, LGPL), which memcon does not change and does not contain.
"""

from __future__ import annotations

import re
import sys
from importlib import metadata

from tests.shown import PROJECT

PAGE = PROJECT / "docs/licences.md"
COMPATIBLE = frozenset({
    "0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "MIT-0", "PSF-2.0", "Zlib",
    "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "MPL-1.1", "MPL-2.0",
})  # fmt: skip
# What packages write in their own way, and the SPDX expression for it.
_WRITTEN = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "3-Clause BSD License": "BSD-3-Clause",
    "BSD License": "BSD",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
    "ISC License": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "The BSD 2-Clause License": "BSD-2-Clause",
}
# Packages of other systems, which are not installed where this is written; from their metadata.
ELSEWHERE = {"colorama": "BSD", "httpx2-jsfetch": "BSD-3-Clause", "pywin32": "PSF-2.0"}


def packages() -> list[str]:
    """The names of all packages in requirements.txt."""
    text = (PROJECT / "requirements.txt").read_text("utf-8")
    return sorted({line.partition("==")[0] for line in text.splitlines() if re.match(r"[a-z0-9]", line)})


def licence(package: str) -> str:
    """The licence of a package, as an SPDX expression; ``""`` where it is not installed and not known from elsewhere."""
    try:
        found = metadata.metadata(package)
    except metadata.PackageNotFoundError:
        return ELSEWHERE.get(package, "")
    classifiers = [one.rpartition(" :: ")[2] for one in found.get_all("Classifier") or () if one.startswith("License")]
    given = (
        found.get("License-Expression") or (found.get("License") or "").partition("\n")[0] or " AND ".join(classifiers)
    )
    return _WRITTEN.get(given, given)


def is_compatible(expression: str) -> bool:
    """Whether a package under these terms may be used: of what is joined by OR one must be, of what is joined by AND each."""
    return any(
        all(term.strip("() ") in COMPATIBLE for term in choice.split(" AND ")) for choice in expression.split(" OR ")
    )


def page() -> str:
    """The page."""
    rows = "".join(f"| {package} | {licence(package)} |\n" for package in packages())
    return (
        "# Licences\n\n"
        "memcon is under the MIT licence. It needs these packages, each under its own, as the package's metadata says it;\n"
        "`python -m tests.licences` writes this page, and a test fails where it lags or a licence is not compatible with MIT.\n"
        "Packages under LGPL or MPL are used as they are: memcon neither changes nor contains them.\n\n"
        f"| package | licence |\n| --- | --- |\n{rows}"
    )


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE.relative_to(PROJECT)}: {len(packages())} packages\n")


if __name__ == "__main__":
    main()

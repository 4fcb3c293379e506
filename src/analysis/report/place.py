"""Where a face of a report stands in the folder of its edition: Korean under the plain name, English beside it."""

from __future__ import annotations


def file_name(name: str, suffix: str, language: str = "ko") -> str:
    """
    >>> file_name("member_orgs", "html"), file_name("member_orgs", "html", "en")
    ('member_orgs.html', 'member_orgs.en.html')
    """
    return f"{name}.{suffix}" if language == "ko" else f"{name}.{language}.{suffix}"

"""The parts of a Hangul document (.hwpx) and the archive they are packed in."""

from __future__ import annotations

import io
import zipfile

from analysis.form.hangul.markup import HEAD, NAMESPACES, part, tag, written

_MIMETYPE = "mimetype"
_PREVIEW = "Preview/PrvText.txt"
_HEADER, _SECTION = "Contents/header.xml", "Contents/section0.xml"
_CONTENT = "Contents/content.hpf"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # one date for every part: the same form is the same bytes
_PREVIEWED = 1000  # letters


def package(header: str, section: str, title: str, preview: str) -> bytes:
    """The document of one section.

    preview  the text that a folder shows of it without opening it
    """
    parts = {
        _MIMETYPE: "application/hwp+zip",  # first and stored, so that the kind of file is told by its first bytes
        "version.xml": _version(),
        _HEADER: header,
        _SECTION: section,
        _PREVIEW: preview[:_PREVIEWED],
        "settings.xml": _settings(),
        "META-INF/container.rdf": _relations(),
        _CONTENT: _contents(title),
        "META-INF/container.xml": _container(),
        "META-INF/manifest.xml": HEAD + tag("odf:manifest", **{"xmlns:odf": f"{_ODF}manifest:1.0"}),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_STORED if name == _MIMETYPE else zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.encode("utf-8"))
    return packed.getvalue()


_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_META = "http://www.hancom.co.kr/hwpml/2016/meta/pkg#"


def _version() -> str:
    """The version of the format (5.1, Hangul 2014 and later). `tagetApplication` is Hangul's own spelling."""
    return HEAD + tag(
        "hv:HCFVersion",
        **{"xmlns:hv": "http://www.hancom.co.kr/hwpml/2011/version"},
        tagetApplication="WORDPROCESSOR",
        major=5,
        minor=1,
        micro=0,
        buildNumber=0,
        os=1,
        xmlVersion="1.4",
        application="Dure",
        appVersion="1",
    )


def _settings() -> str:
    return HEAD + tag(
        "ha:HWPApplicationSetting",
        tag("ha:CaretPosition", listIDRef=0, paraIDRef=0, pos=0),
        **{"xmlns:ha": NAMESPACES["ha"], "xmlns:config": NAMESPACES["config"]},
    )


def _container() -> str:
    roots = {_CONTENT: "application/hwpml-package+xml", _PREVIEW: "text/plain",
             "META-INF/container.rdf": "application/rdf+xml"}  # fmt: skip
    files = (tag("ocf:rootfile", **{"full-path": path, "media-type": kind}) for path, kind in roots.items())
    return HEAD + tag(
        "ocf:container",
        tag("ocf:rootfiles", *files),
        **{"xmlns:ocf": f"{_ODF}container", "xmlns:hpf": NAMESPACES["hpf"]},
    )


def _relations() -> str:
    def described(about: str, *inner: str) -> str:
        return tag("rdf:Description", *inner, **{"rdf:about": about})

    def is_a(kind: str) -> str:
        return tag("rdf:type", **{"rdf:resource": _META + kind})

    held = []
    for path, kind in ((_HEADER, "HeaderFile"), (_SECTION, "SectionFile")):
        has = tag("ns0:hasPart", **{"xmlns:ns0": _META, "rdf:resource": path})
        held += [described("", has), described(path, is_a(kind))]
    return HEAD + tag("rdf:RDF", *held, described("", is_a("Document")), **{"xmlns:rdf": _RDF})


def _contents(title: str) -> str:
    parts = {"header": _HEADER, "section0": _SECTION, "settings": "settings.xml"}
    items = (
        tag("opf:item", id=name, href=path, **{"media-type": "application/xml"})
        for name, path in parts.items()
    )
    order = (tag("opf:itemref", idref=name, linear="yes") for name in ("header", "section0"))
    return part(
        "opf:package",
        tag("opf:metadata", tag("opf:title", written(title)), tag("opf:language", "ko")),
        tag("opf:manifest", *items),
        tag("opf:spine", *order),
        version="",
        **{"unique-identifier": ""},
        id="",
    )

"""The last step of a PDF: tagged, fit for the archive, with true dates and its source inside."""

# pikepdf's objects are typed in part only.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name

from report_templates import structure
from report_templates.tagging import Tags

PROFILE = Path(__file__).with_name("srgb.icc")
"""The colours' meaning: sRGB as LittleCMS writes it, with its date and origin taken out."""
MAKER = "Plumbline"
RETURN = 0x0D
MISREAD = b"\r\nendstream"
UNUSED = re.compile(rb"<0000>$", re.MULTILINE)
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{maker}</pdf:Producer>
<xmp:CreatorTool>{maker}</xmp:CreatorTool>
<xmp:CreateDate>{day}</xmp:CreateDate>
<xmp:ModifyDate>{day}</xmp:ModifyDate>
<xmp:MetadataDate>{day}</xmp:MetadataDate>
{identity}<pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that is met</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True)
class About:
    """What a document says of itself."""

    title: str
    author: str
    subject: str
    language: str
    day: date
    identity: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Further properties of its XMP (Media Management), by their names there."""


@dataclass(frozen=True)
class Source:
    """The file that a document was made from, which travels inside it."""

    name: str
    description: str
    data: bytes


def finished(data: bytes, tags: Tags, about: About, source: Source | None = None) -> bytes:
    """ReportLab's PDF as PDF/UA-1 and PDF/A-2a, or PDF/A-3a with its source.

    Its dates are those of ``about``, its identity is made from its bytes.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        structure.write(pdf, tags)
        if source:
            _attach(pdf, source, about.day)
        _describe(pdf, about, "3" if source else "2")
        _colours(pdf)
        _repair(pdf)
        return _saved(pdf)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    """The file's bytes, with no stream whose last byte would be read as part of its line's end.

    Where one of the streams that hold objects ends so, an entry of the catalog becomes an object
    of its own: every object moves on by one place.
    """
    root: Any = pdf.Root
    _pad(pdf)
    for entry in ("/MarkInfo", "/OutputIntents", "/ViewerPreferences", "/AF", "/Names", ""):
        target = BytesIO()
        pdf.save(
            target,
            deterministic_id=True,
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
        )
        data = target.getvalue()
        if MISREAD not in data:
            return data
        if entry in root and not root[entry].is_indirect:
            root[entry] = pdf.make_indirect(root[entry])
    return data


def _pad(pdf: pikepdf.Pdf) -> None:
    """Lengthen streams that will end with a carriage return by a byte that means nothing there.

    A zero would not do: it leaves the last byte of a checksum as it was.
    """
    for one in pdf.objects:
        while isinstance(one, pikepdf.Stream) and _last(one) == RETURN:
            is_font = "/Length1" in one
            one.write(one.read_bytes() + (b"\1" if is_font else b"\n"))
            if is_font:
                one.Length1 = int(one.Length1) + 1


def _last(stream: pikepdf.Stream) -> int:
    """The last byte of a stream as it will be written.

    What is not plainly compressed yet is decoded and compressed: it ends with a checksum.
    """
    raw = stream.read_raw_bytes()
    filters: Any = stream.get("/Filter")
    if filters is None:
        return zlib.adler32(raw) & 0xFF
    if isinstance(filters, Array) and len(filters) > 1:
        return zlib.adler32(stream.read_bytes()) & 0xFF
    return raw[-1]


def _describe(pdf: pikepdf.Pdf, about: About, part: str) -> None:
    """The same in the file's properties and in its XMP; ReportLab's fixed identity goes."""
    info: Any = pdf.docinfo
    stamp = f"D:{about.day:%Y%m%d}"
    for name, value in {
        "/Title": about.title,
        "/Author": about.author,
        "/Subject": about.subject,
        "/Creator": MAKER,
        "/Producer": MAKER,
        "/CreationDate": stamp,
        "/ModDate": stamp,
    }.items():
        info[name] = value
    if "/Keywords" in info:
        del info["/Keywords"]
    said = {
        "title": about.title,
        "author": about.author,
        "subject": about.subject,
        "language": about.language,
    }
    identity = "".join(
        f"<{name}>{_xml(value)}</{name}>\n" for name, value in about.identity.items()
    )
    packet = XMP.format(
        **{name: _xml(value) for name, value in said.items()},
        identity=identity,
        maker=MAKER,
        day=about.day.isoformat(),
        part=part,
    )
    pdf.Root.Metadata = pikepdf.Stream(
        pdf, packet.encode("utf-8"), {"/Type": Name.Metadata, "/Subtype": Name.XML}
    )
    if "/ID" in pdf.trailer:
        del pdf.trailer["/ID"]


def _xml(words: str) -> str:
    return escape(NO_XML.sub("", words))


def _colours(pdf: pikepdf.Pdf) -> None:
    profile = pikepdf.Stream(pdf, PROFILE.read_bytes(), {"/N": 3})
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier="sRGB IEC61966-2.1",
                Info="sRGB IEC61966-2.1",
                DestOutputProfile=pdf.make_indirect(profile),
            )
        ]
    )


def _attach(pdf: pikepdf.Pdf, source: Source, day: date) -> None:
    stamp = f"D:{day:%Y%m%d}"
    kept = pikepdf.Stream(
        pdf,
        source.data,
        {
            "/Type": Name.EmbeddedFile,
            "/Subtype": Name("/application/json"),
            "/Params": Dictionary(Size=len(source.data), CreationDate=stamp, ModDate=stamp),
        },
    )
    held = pdf.make_indirect(kept)
    entry = pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=source.name,
            UF=source.name,
            Desc=source.description,
            AFRelationship=Name.Source,
            EF=Dictionary(F=held, UF=held),
        )
    )
    root: Any = pdf.Root
    if "/Names" not in root:
        root.Names = Dictionary()
    root.Names.EmbeddedFiles = Dictionary(Names=Array([source.name, entry]))
    root.AF = Array([entry])


def _repair(pdf: pikepdf.Pdf) -> None:
    """ReportLab says of codes that are not used that they are U+0000: they become U+FFFD."""
    done: set[tuple[int, int]] = set()
    for page in pdf.pages:
        resources: Any = page.resources
        fonts: Any = resources.get("/Font", Dictionary())
        for font in fonts.values():
            words = font.get("/ToUnicode")
            if words is not None and words.objgen not in done:
                done.add(words.objgen)
                words.write(UNUSED.sub(b"<FFFD>", words.read_bytes()))

"""What formats are called, for people and for extensions."""

from collections.abc import Mapping
from types import MappingProxyType

_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "application/vnd.ms-excel": "XLS: Microsoft Excel 97-2003",
        "application/msword": "DOC: Microsoft Word 97-2003",
        "application/vnd.ms-powerpoint": "PPT: Microsoft PowerPoint 97-2003",
        _OOXML + "spreadsheetml.sheet": "XLSX: Microsoft Excel",
        _OOXML + "wordprocessingml.document": "DOCX: Microsoft Word",
        _OOXML + "presentationml.presentation": "PPTX: Microsoft PowerPoint",
        "application/vnd.ms-excel.sheet.binary.macroenabled.12": "XLSB: Microsoft Excel, binary",
        _ODF + "spreadsheet": "ODS: OpenDocument spreadsheet",
        _ODF + "text": "ODT: OpenDocument text",
        _ODF + "presentation": "ODP: OpenDocument presentation",
        "application/x-ooxml-encrypted": "Microsoft Office, protected by a password",
        "application/x-ole-storage": "OLE: Microsoft compound file of an unknown kind",
        "application/rtf": "RTF: rich text",
        "application/zip": "ZIP: archive",
        "application/vnd.rar": "RAR: archive",
        "application/x-7z-compressed": "7z: archive",
        "application/gzip": "GZIP: packed file",
        "application/x-tar": "TAR: archive",
        "application/json": "JSON: data",
        "application/xml": "XML: data",
        "text/csv": "CSV: data",
        "text/plain": "TXT: plain text",
        "message/rfc822": "MHT: saved web page",
        "image/png": "PNG: picture",
        "image/jpeg": "JPEG: picture",
        "image/gif": "GIF: picture",
        "image/bmp": "BMP: picture",
        "image/tiff": "TIFF: picture",
        "image/webp": "WEBP: picture",
        "image/svg+xml": "SVG: drawing",
        "image/vnd.djvu": "DJVU: scanned document",
        "application/octet-stream": "bytes of no known format",
        "application/pdf": "PDF: portable document",
        "text/html": "HTML: web page",
    }
)

NOT_DOCUMENTS = frozenset(
    {
        "application/octet-stream",
        "application/x-msdownload",
        "application/x-executable",
        "application/vnd.sqlite3",
        "application/javascript",
        "text/css",
        "audio/mpeg",
        "audio/ogg",
        "font/woff",
        "font/woff2",
        "image/x-icon",
        "video/mp4",
        "video/x-matroska",
    }
)
"""Formats in which nobody publishes a budget."""

# Only formats that are plain text inside: all others are known by their first bytes.
BY_EXTENSION: Mapping[str, str] = MappingProxyType(
    {
        ".csv": "text/csv",
        ".tsv": "text/csv",
        ".json": "application/json",
        ".geojson": "application/json",
        ".xml": "application/xml",
        ".txt": "text/plain",
        ".js": "application/javascript",
        ".css": "text/css",
    }
)


def format_name(media_type: str) -> str:
    """``XLS: Microsoft Excel 97-2003``; the media type itself where it has no common name."""
    return _NAMES.get(media_type, media_type)

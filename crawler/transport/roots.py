"""--extra-ca: certificate authorities a person trusts beside those of the system."""

import ssl
from collections.abc import Iterable
from pathlib import Path

_LARGEST = 16 * 2**20  # the system's own bundle has a quarter of a megabyte


def trust(context: ssl.SSLContext, files: Iterable[Path]) -> None:
    """Add the certificates of PEM files to a context.

    ValueError, with a sentence that names the file, when there is none to be read.
    """
    for file in files:
        before = context.cert_store_stats()["x509"]
        _check(file)
        try:
            context.load_verify_locations(cafile=file)
        except (ssl.SSLError, OSError):
            raise ValueError(_not_pem(file)) from None
        # A bundle of roots the system has already adds nothing.
        if context.cert_store_stats()["x509"] == before and not _has_certificate(file):
            raise ValueError(_not_pem(file))


def check(files: Iterable[Path]) -> None:
    """Before a crawl: ValueError for the first file that is no bundle of certificates."""
    trust(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), files)


def _check(file: Path) -> None:
    try:
        if not file.is_file():
            what = "is not a file" if file.exists() else "does not exist"
            raise ValueError(f"{file} {what}; give a file with certificates in PEM")
        if file.stat().st_size > _LARGEST:
            raise ValueError(f"{file} has more than {_LARGEST >> 20} MB: it is no CA bundle")
        with file.open("rb"):
            pass
    except OSError as fault:
        raise ValueError(f"{file} cannot be read: {fault.strerror}") from None


def _has_certificate(file: Path) -> bool:
    alone = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    alone.load_verify_locations(cafile=file)
    return bool(alone.cert_store_stats()["x509"])


def _not_pem(file: Path) -> str:
    return (
        f"{file} holds no certificates in PEM; one in DER is converted by "
        f"`openssl x509 -inform der -in {file.name} -out {file.stem}.pem`"
    )

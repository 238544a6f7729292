"""Is a file of certificate authorities usable, and does the sentence say what to do if not?"""

import os
import ssl
from pathlib import Path

import pytest

from crawler.transport.roots import check, trust
from tests.crawler.transport.secure import HOST, Authority


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


def missing(_: Path, __: Authority) -> None:
    """Nothing is there."""


def folder(file: Path, _: Authority) -> None:
    file.mkdir()


def endless(file: Path, _: Authority) -> None:
    os.mkfifo(file)


def huge(file: Path, authority: Authority) -> None:
    file.write_bytes(authority.root.read_bytes())
    os.truncate(file, 17 * 2**20)


def empty(file: Path, _: Authority) -> None:
    file.write_bytes(b"")


def words(file: Path, _: Authority) -> None:
    file.write_text("Корневой сертификат см. на портале")


def der(file: Path, authority: Authority) -> None:
    file.write_bytes(ssl.PEM_cert_to_DER_cert(authority.root.read_text()))


def key_alone(file: Path, authority: Authority) -> None:
    whole = authority.leaf(HOST).read_text()
    file.write_text(whole[whole.index("-----BEGIN PRIVATE") :])


def torn(file: Path, authority: Authority) -> None:
    file.write_text(authority.root.read_text()[:300] + "\n-----END CERTIFICATE-----\n")


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (missing, "does not exist"),
        (folder, "is not a file"),
        (endless, "is not a file"),
        (huge, "has more than 16 MB"),
        (empty, "holds no certificates in PEM"),
        (words, "holds no certificates in PEM"),
        (der, "openssl x509 -inform der -in roots.pem"),
        (key_alone, "holds no certificates in PEM"),
        (torn, "holds no certificates in PEM"),
    ],
)
def test_what_is_no_bundle_is_named(
    authority: Authority, tmp_path: Path, make: object, says: str
) -> None:
    file = tmp_path / "roots.pem"
    make(file, authority)
    with pytest.raises(ValueError, match=r"roots\.pem") as refused:
        check([authority.root, file])
    assert says in str(refused.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read(authority: Authority, tmp_path: Path) -> None:
    file = tmp_path / "roots.pem"
    file.write_bytes(authority.root.read_bytes())
    file.chmod(0)
    with pytest.raises(ValueError, match=r"roots\.pem cannot be read"):
        check([file])


def test_what_a_bundle_may_look_like(authority: Authority, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    both = authority.root.read_text() + Authority(tmp_path / "other").root.read_text()
    file = tmp_path / "roots.pem"
    file.write_text(f"# Корневые сертификаты\r\n{both}")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    trust(context, [file, file, authority.root])
    assert context.cert_store_stats()["x509_ca"] == 2

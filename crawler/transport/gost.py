"""Does the OpenSSL that Python uses speak GOST? Some state sites speak nothing else."""

import ssl

# Unknown names in a cipher list are passed over, so this is right without an engine too.
NO_GOST = "!kGOST:!kGOST18:!aGOST:!aGOST01:!aGOST12"
_ONLY_GOST = "kGOST18:kGOST:!aNULL:!eNULL:@SECLEVEL=0"


def has_gost() -> bool:
    """Found out by asking for the ciphers: an engine that is installed may still not be loaded."""
    try:
        return any("GOST" in cipher["name"] for cipher in only_gost(_context()).get_ciphers())
    except ssl.SSLError:
        return False


def only_gost(context: ssl.SSLContext) -> ssl.SSLContext:
    """The context with GOST ciphers alone; ssl.SSLError when there are none."""
    context.set_ciphers(_ONLY_GOST)
    # GOST suites are of TLS 1.2 and older; TLS 1.3 would offer only foreign ones.
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    return context


def _context() -> ssl.SSLContext:
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

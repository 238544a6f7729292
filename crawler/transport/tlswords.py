"""OpenSSL's codes as sentences a person can read."""

import ssl

from crawler.transport.trouble import (
    CertificateRejected,
    HandshakeFailed,
    HungUp,
    NoCommonCipher,
)

# X509_V_ERR_... of openssl/x509_vfy.h.
_CERTIFICATE = {
    9: "the certificate is not valid yet",
    10: "the certificate has expired",
    18: "the certificate is signed by itself",
    19: "the certificate's chain ends in an authority that is not trusted here (see --extra-ca)",
    20: "the certificate's issuer is not trusted here (see --extra-ca)",
    21: "the certificate's issuer is not trusted here (see --extra-ca)",
    23: "the certificate was revoked",
    62: "the certificate is for another host than {host}",
    64: "the certificate is for another host than {host}",
    66: "the certificate's key is too small",
    67: "the key of the certificate's authority is too small",
    68: "the certificate is signed with a digest that is too weak",
}
_NO_COMMON_CIPHER = {
    "SSLV3_ALERT_HANDSHAKE_FAILURE",
    "SSL/TLS_ALERT_HANDSHAKE_FAILURE",
    "TLSV1_ALERT_INSUFFICIENT_SECURITY",
    "NO_CIPHERS_AVAILABLE",
    "UNKNOWN_CIPHER_RETURNED",
    "WRONG_CIPHER_RETURNED",
}
_HANDSHAKE = {
    "UNSUPPORTED_PROTOCOL": "the server speaks only old versions of TLS",
    "TLSV1_ALERT_PROTOCOL_VERSION": "the server and we have no version of TLS in common",
    "UNSAFE_LEGACY_RENEGOTIATION_DISABLED": "the server knows no secure renegotiation (RFC 5746)",
    "DH_KEY_TOO_SMALL": "the server's Diffie-Hellman key is too small",
    "EE_KEY_TOO_SMALL": "the certificate's key is too small",
    "WRONG_VERSION_NUMBER": "what the server said is not TLS",
    "HTTP_REQUEST": "what the server said is not TLS",
    "RECORD_LAYER_FAILURE": "what the server said is not TLS",
}
_MAX_WORDS = 200


def certificate(exc: ssl.SSLCertVerificationError, host: str) -> CertificateRejected:
    """Why a certificate was not believed; it was given by ``host`` as it was asked for."""
    known = _CERTIFICATE.get(exc.verify_code)
    if known:
        return CertificateRejected(known.format(host=host[:_MAX_WORDS]))
    said = (exc.verify_message or str(exc))[:_MAX_WORDS]
    return CertificateRejected(f"the certificate is not trusted: {said}")


def handshake(exc: ssl.SSLError) -> HandshakeFailed:
    """Why no channel could be made."""
    if isinstance(exc, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return hung_up()
    reason = exc.reason or str(exc)
    if reason in _NO_COMMON_CIPHER:
        return NoCommonCipher("the server and we have no cipher in common")
    said = reason.replace("_", " ").lower()[:_MAX_WORDS]
    return HandshakeFailed(_HANDSHAKE.get(reason, said))


def hung_up() -> HungUp:
    """The server ended the connection at our greeting."""
    return HungUp("the server hung up during the TLS handshake")

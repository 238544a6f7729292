"""The walls sites stand behind, and the marks by which each is known."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wall:
    """A protection service. ``marks`` are lower case, found in its own pages.

    A vendor's name in ``Server`` is no mark, nor are its session cookies: they come with the
    good answers too. Further marks are welcome here; each only counts on a bare page.
    """

    vendor: str
    marks: tuple[bytes, ...]


WALLS = (
    Wall(
        "ddos-guard",
        (b"/.well-known/ddos-guard/", b"check.ddos-guard.net", b"<title>ddos-guard"),
    ),
    Wall("qrator", (b"__qrator/", b"qauth_handle", b"qrator_jsr")),
    Wall(
        "servicepipe",
        (b"servicepipe.ru/", b"servicepipe.tech", b"get_cookie_sps", b"id_captcha_frame_div"),
    ),
    Wall("variti", (b"variti.", b"__variti", b"ipp_uid")),
    Wall("cloudflare", (b"_cf_chl_opt", b"cf-error-details", b"cf_chl_", b'id="challenge-form"')),
    Wall("stormwall", (b"swp_token", b"stormwall")),
    Wall("yandex-smartcaptcha", (b"/showcaptcha", b"/checkcaptcha", b"smartcaptcha.yandexcloud")),
    Wall("akamai", (b"errors.edgesuite.net", b"/_sec/cp_challenge/")),
    Wall("aws-waf", (b"awswafcookiedomainlist", b"window.gokuprops")),
    Wall("incapsula", (b"_incapsula_resource",)),
    Wall("f5", (b"the requested url was rejected. please consult with your administrator",)),
)

# A widget that stands in the page itself. Its script alone is no sign: portals drawn by
# JavaScript load it on every page, for a form somewhere.
CAPTCHA = re.compile(
    rb"(class|id)\s*=\s*[\"'][^\"'>]*"
    rb"(g-recaptcha|h-captcha|smart-captcha|cf-turnstile|pravocaptcha)"
)
CAPTCHAS = (b"captcha", b"turnstile")  # one of these is in every such widget

# Said by walls that do not sign their work, in whole phrases.
PHRASES = re.compile(
    r"доступ (к (сайту|ресурсу|странице|данному ресурсу|запрашиваемому ресурсу) )?(был )?"
    r"(временно )?(ограничен|заблокирован|запрещ[её]н)"
    r"|ваш(и|его|а)? (запрос|ip|ip.адрес\w*|адрес|подсеть)( был\w?)? (заблокирован|отклон[её]н)"
    r"|запрос (был )?(заблокирован|отклон[её]н)"
    r"|(подтвердите|докажите),? что .{0,30}(не робот|человек|не бот)"
    r"|проверка (вашего )?браузера|проверяем (ваш )?браузер"
    r"|доступ (к \w+ )?(с|для) (вашего|данного) ip|(ваш|this) ip.{0,20}(в ч[её]рн|blacklist|banned)"
    r"|доступ из (вашей страны|вашего региона|-за (рубежа|границы)) (ограничен|закрыт|запрещ[её]н)"
    r"|доступ (к сайту )?(возможен|разреш[её]н) только (с|из) (территории )?(росси|российск)"
    r"|access to this (web)?(site|page|resource) (is|has been|was) (denied|restricted|blocked)"
    r"|(not|un)available (in|from) your (country|region|location)"
    r"|(введите|укажите) (символы|код|текст|цифры|число).{0,30}(с картинки|на картинке|изображ)"
    r"|checking your browser|(verify|confirm) (that )?you are (a )?(human|not a robot)"
    r"|your request (has been|was) blocked|you have been blocked"
    r"|enable javascript and cookies to continue|making sure you.{1,3}re not a bot"
)

# A script that sets a cookie and asks again: a wall's whole page, when nothing else is on it.
COOKIE = re.compile(r"document\.cookie\s*=|\.setcookie\(|\bsetcookie\(", re.IGNORECASE)
AGAIN = re.compile(
    r"location\.reload\(|history\.go\(\s*0|location(?:\.href)?\s*=\s*(?:window\.|document\.|self\.)?"
    r"location|location\.replace\(\s*(?:window\.|document\.)?location|\.submit\(\)",
    re.IGNORECASE,
)
# Where the script sends the reader: group 1 is an address in quotes.
ONWARD = re.compile(
    r"location(?:\.href)?\s*=\s*[\"']([^\"']*)[\"']|location\.(?:replace|assign)\(\s*[\"']([^\"']*)[\"']",
    re.IGNORECASE,
)

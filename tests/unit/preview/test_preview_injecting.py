"""Pages get the reload script on the fly, and permission to run it."""

from pytest import mark

from site_builder.preview.injecting import with_live_reload

TAG = "/livereload.js?host=127.0.0.1&amp;port=8000"


def injected(html: str, host: str = "127.0.0.1:8000") -> str:
    """Add the script to a page."""
    return with_live_reload(html, host, "v1")


def test_the_script_stands_at_the_end_of_the_head() -> None:
    html = injected("<html><head><title>a</title></HEAD><body></head></body></html>")
    assert html.startswith(f'<html><head><title>a</title><script src="{TAG}')
    assert html.count("livereload.js") == 1
    assert "version=v1" in html


@mark.parametrize("html", ["", "<p>a", "<!doctype html><p>a"])
def test_a_page_without_a_head_gets_the_script_too(html: str) -> None:
    assert TAG in injected(html)
    assert not injected(html).startswith("<script") or not html.startswith("<!")


def test_the_script_connects_to_the_host_that_the_browser_asked() -> None:
    assert "host=news.test&amp;port=80&amp;" in injected("", "news.test")
    assert "host=[::1]&amp;port=9000&amp;" in injected("", "[::1]:9000")


@mark.parametrize(
    ("policy", "allowed"),
    [
        (
            "default-src 'none'; style-src 'self'",
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self' ws: wss:",
        ),
        ("script-src 'none'", "script-src 'self'"),
        ("img-src 'self'", "img-src 'self'"),
        (
            "default-src 'self'",
            "default-src 'self'; script-src 'self'; connect-src 'self' ws: wss:; style-src 'self'",
        ),
    ],
)
def test_a_policy_is_widened_for_the_script_and_kept_otherwise(policy: str, allowed: str) -> None:
    for quote, shown in (('"', "'"), ("'", "&#x27;")):
        meta = '<meta http-equiv="Content-Security-Policy" content={0}{1}{0}>'
        html = injected(meta.format(quote, policy.replace("'", shown)) + "</head>")
        assert meta.format(quote, allowed.replace("'", "&#x27;")) in html


def test_other_meta_elements_stay_as_they_are() -> None:
    meta = '<meta name="description" content="default-src \'none\'">'
    assert meta in injected(f"{meta}</head>")

package io.github.mavenhardening.core.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CheckTextTest {

    private static String html(String markdown) {
        Markup page = new Markup();
        new CheckText(page).write(markdown);
        return new String(page.toBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void readsWhatThePagesAreMadeOf() {
        assertThat(html("""
                # an-id

                ## Why it matters

                A `tag` can be **moved**,
                see [the other](other-check.md) and [that](https://example.org/a).

                - one `x`
                  goes on
                - two https://example.org/b?c=d&e

                ```yaml bad
                on: push # <b>
                ```

                | a | b |
                |---|---|
                """)).isEqualTo("""
                <h4>Why it matters</h4>
                <p>A <code>tag</code> can be <strong>moved</strong>, see <em>the other</em> and \
                <a href="https://example.org/a" rel="noreferrer">that</a>.</p>
                <ul><li>one <code>x</code> goes on</li>
                <li>two <a href="https://example.org/b?c=d&amp;e" rel="noreferrer">https://example.org/b?c=d&amp;e</a></li>
                </ul>
                <pre tabindex="0"><code>on: push # &lt;b&gt;
                </code></pre>
                <pre tabindex="0"><code>| a | b |
                |---|---|
                </code></pre>
                """);
    }

    @Test
    void makesNoElementOfWhatAThirdPartyWrites() {
        assertThat(html("<img src=x> [x](javascript:alert(1)) `</code><b>` [y](https://e.org/\"><b>)"))
                .doesNotContain("<img", "href=\"javascript", "<b>")
                .contains("&lt;img src=x&gt;");
    }

    @Test
    void endsWhatHasNoEnd() {
        assertThat(html("```\nx")).isEqualTo("<pre tabindex=\"0\"><code>x\n</code></pre>\n");
        assertThat(html("- ")).isEqualTo("<ul><li></li>\n</ul>\n");
        assertThat(html("a ` b")).isEqualTo("<p>a ` b</p>\n");
    }

    @Test
    void keepsALongParagraphWhole() {
        assertThat(html("word ".repeat(1000))).doesNotContain("\u2026").hasSizeGreaterThan(4990);
    }
}

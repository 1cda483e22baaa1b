package io.github.mavenhardening.core.insights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpdxExpressionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Apache-2.0",
                "GPL-2.0+",
                "MIT OR Apache-2.0",
                "mit or apache-2.0",
                "(MIT OR Apache-2.0) AND BSD-3-Clause",
                "GPL-2.0-only WITH Classpath-exception-2.0",
                "EPL-2.0 OR GPL-2.0-or-later WITH Classpath-exception-2.0",
                "LicenseRef-ours",
                "DocumentRef-a:LicenseRef-b",
                "((0BSD))",
                "NOASSERTION",
                " Apache-2.0 "
            })
    void takesExpressions(String text) {
        assertThat(SpdxExpression.isWellFormed(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Apache 2.0",
                "Apache License, Version 2.0",
                "MIT, Apache-2.0",
                "MIT/Apache-2.0",
                "MIT OR",
                "AND MIT",
                "(MIT",
                "MIT)",
                "()",
                "MIT WITH",
                "(MIT OR ISC) WITH x",
                "https://www.apache.org/licenses/LICENSE-2.0",
                "OR"
            })
    void refusesTheRest(String text) {
        assertThat(SpdxExpression.isWellFormed(text)).isFalse();
    }

    /** In the time that its length needs. */
    @Test
    void takesLongOnes() {
        assertThat(SpdxExpression.isWellFormed("(".repeat(50_000) + "MIT" + ")".repeat(50_000)))
                .isTrue();
        assertThat(SpdxExpression.isWellFormed("(".repeat(50_000))).isFalse();
    }
}

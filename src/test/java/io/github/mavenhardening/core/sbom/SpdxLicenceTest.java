package io.github.mavenhardening.core.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mavenhardening.core.pom.PomLicences.Licence;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpdxLicenceTest {

    private static Optional<String> id(String name, String url) {
        return SpdxLicence.idOf(new Licence(Optional.ofNullable(name), Optional.ofNullable(url)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Apache-2.0 | - | Apache-2.0",
                "EPL-2.0 | https://example.org/ours | EPL-2.0",
                "The Apache Software License, Version 2.0 | http://www.apache.org/licenses/LICENSE-2.0.txt | Apache-2.0",
                "Apache License 2.0 | https://www.apache.org/licenses/LICENSE-2.0 | Apache-2.0",
                "The MIT License | https://opensource.org/licenses/MIT | MIT",
                "MIT License | http://www.opensource.org/licenses/mit-license.php | MIT",
                "BSD | https://opensource.org/licenses/BSD-3-Clause/ | BSD-3-Clause",
                "Eclipse Public License v2.0 | https://www.eclipse.org/legal/epl-v20.html | EPL-2.0",
                "EDL 1.0 | http://www.eclipse.org/org/documents/edl-v10.php | BSD-3-Clause",
                "- | https://spdx.org/licenses/0BSD.html | 0BSD"
            })
    void knowsALicenceByItsIdentifierOrItsAddress(String name, String url, String id) {
        assertThat(id(name, url)).contains(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "BSD | -",
                "apache-2.0 | -",
                "Apache-2.0 OR MIT | -",
                "GNU General Public License, version 2 | https://www.gnu.org/licenses/gpl-2.0.html",
                "Apache-2.0-like | https://example.org/licenses/LICENSE-2.0",
                "The MIT | http://opensource.org/licenses/"
            })
    void guessesNone(String name, String url) {
        assertThat(id(name, url)).isEmpty();
    }

    @Test
    void hasIdentifiersOfTheListAlone() throws IOException {
        Set<String> known = new TreeSet<>();
        try (InputStream in = SpdxLicenceTest.class.getResourceAsStream("/spdx.schema.json")) {
            for (JsonNode id : new ObjectMapper().readTree(in).get("enum")) {
                known.add(id.asText());
            }
        }

        assertThat(known).hasSizeGreaterThan(500).containsAll(SpdxLicence.known());
    }
}

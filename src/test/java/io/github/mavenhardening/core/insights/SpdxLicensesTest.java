package io.github.mavenhardening.core.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpdxLicensesTest {

    private static Optional<Set<String>> of(String name) {
        return SpdxLicenses.ofPom(List.of(new ProjectFacts.License(Optional.of(name), Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GNU Lesser General Public License v2.1 or later | LGPL-2.1",
                "GNU Lesser General Public License, version 3.0 only | LGPL-3.0",
                "GNU General Public License, version 2 or (at your option) any later version | GPL-2.0",
                "GNU General Public License (GPL) v3.0 (or any later version) | GPL-3.0",
                "GNU Affero General Public License v. 3 | AGPL-3.0",
                "LGPL 2.1+ | LGPL-2.1",
                "GPLv3 | GPL-3.0",
                "EPL 2.0 | EPL-2.0",
                "LGPL-2.1-or-later | LGPL-2.1",
                "Eclipse Public License - v 2.0 | EPL-2.0",
                "The Apache Software License, Version 2.0 | Apache-2.0"
            })
    void knowsNames(String name, String id) {
        assertThat(of(name)).contains(Set.of(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Example Public License 2.0", "GPL", "General Public License or later", "Commercial only"})
    void leavesOthersUnknown(String name) {
        assertThat(of(name)).isEmpty();
    }
}

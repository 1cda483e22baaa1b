package io.github.mavenhardening.core.lock.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Apache-2.0              | The Apache Software License, Version 2.0
            Apache-2.0              | Apache License 2
            Apache License v2.0.    | ASL 2.0
            MIT                     | The MIT License (MIT)
            BSD-2-Clause            | BSD 2-Clause License
            EPL-2.0                 | Eclipse Public License - v 2.0
            MPL 2.0                 | Mozilla Public License Version 2.0
            LGPL-2.1                | GNU Lesser General Public License, version 2.1
            """)
    void knowsOneLicenceByManyNames(String a, String b) {
        assertThat(LicenceName.words(a)).isEqualTo(LicenceName.words(b));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Apache-2.0              | Apache-1.1
            MIT                     | BUSL-1.1
            BSD-2-Clause            | BSD-3-Clause
            LGPL-2.1                | GPL-2.0
            GPL-2.0                 | AGPL-2.0
            GPL-2.0                 | GPL-3.0
            EPL-1.0                 | EDL-1.0
            Apache-2.0              | Apache-2.0 WITH Commons-Clause
            MIT                     | none named
            """)
    void tellsLicencesApart(String a, String b) {
        assertThat(LicenceName.words(a)).isNotEqualTo(LicenceName.words(b));
    }
}
